using System.Text;
using System.Text.Json.Nodes;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>What a night says on standard error: counts and durations, never persons.</summary>
public sealed class LogTests
{
    private const int PeopleCount = 12;

    [Fact]
    public async Task Night_says_each_step_and_its_end_as_a_line_of_json()
    {
        using var company = await NightCompany.WithARunAsync();
        var result = await company.Cli.RunAsync(
            "nightly", "--as-of", "2026-03-02", "--window-days", "30", "--log-format", "json",
            "--store", company.Store);

        var lines = Array.ConvertAll(result.ErrorLines, line => JsonNode.Parse(line)!);
        Assert.All(lines, line => Assert.Equal("information", (string?)line["level"]));
        var ranking = Assert.Single(lines, line => (string?)line["step"] == "Score and rank");
        Assert.Equal("40 people ranked, betweenness exact", (string?)ranking["message"]);
        Assert.InRange((long)ranking["elapsedMs"]!, 0, long.MaxValue);
        var night = lines[^1]["night"]!;
        Assert.Equal(("published", 40, 40), (
            (string?)night["status"], (int)night["people"]!, (int)night["ranked"]!));
        Assert.True((long)night["interactions"]! > 0 && (long)night["peakMemoryBytes"]! > 0);
    }

    [Fact]
    public async Task Night_that_fails_ends_in_an_error_line_of_json()
    {
        using var company = await NightCompany.WithARunAsync();
        var result = await company.Cli.TryAsync("nightly", "--as-of", "2029-01-01", "--log-format", "json",
            "--store", company.Store);

        Assert.Equal(1, result.ExitCode);
        var last = JsonNode.Parse(result.ErrorLines[^1])!;
        Assert.Equal("error", (string?)last["level"]);
        Assert.StartsWith("No interactions from 2028-10-03", (string?)last["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Night_names_nobody(string format)
    {
        using var cli = new CliProcess();
        var people = new StringBuilder("id,name,email\n");
        var mail = new StringBuilder("from,to,at\n");
        for (var i = 0; i < PeopleCount; i++)
        {
            people.Append($"worker-{i},Somebody Made {i},somebody{i}@made.example\n");
            for (var day = 1; day <= 28; day++)
                mail.Append($"somebody{i}@made.example,somebody{(i + day) % PeopleCount}@made.example,")
                    .Append($"2026-02-{day:00}T09:00:{i:00}Z\n");
        }
        mail.Append("stranger@outside.example,somebody1@made.example,2026-02-03T10:00:00Z\n");
        await cli.RunAsync("import", "people", cli.Write("people.csv", people.ToString()), "--store", cli.StorePath);
        await cli.RunAsync("import", "interactions", cli.Write("mail.csv", mail.ToString()), "--store", cli.StorePath);

        string[] night = ["nightly", "--log-format", format, "--store", cli.StorePath, "--as-of"];
        var said = (await cli.RunAsync([.. night, "2026-03-01"])).Error
            + (await cli.TryAsync([.. night, "2026-04-01", "--window-days", "31"])).Error
            + (await cli.TryAsync([.. night, "2026-06-01", "--window-days", "90"])).Error;

        Assert.Contains("people ranked", said, StringComparison.Ordinal);
        Assert.Contains("No interactions", said, StringComparison.Ordinal);
        Assert.All(
            ["@", "Somebody", "somebody", "worker-", "made.example", "outside.example"],
            name => Assert.DoesNotContain(name, said, StringComparison.Ordinal));
    }
}
