namespace InfluencerMap.Cli.Tests;

/// <summary>Who is credited where an assistant sends for somebody, from a file to the ranking.</summary>
public sealed class DelegateTests : IDisposable
{
    private static readonly DateTime Monday = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    /// <summary>
    /// Thirty people write to the boss, who answers through an assistant; they write to the assistant too, who writes
    /// to nobody in their own name, and to their neighbours.
    /// </summary>
    [Fact]
    public async Task DelegateShare_decides_who_stands_high()
    {
        string[] staff = [.. Enumerable.Range(0, 30).Select(i => $"s{i:00}")];
        string[] people = ["boss", "assistant", .. staff];
        await ImportAsync("people", "people.csv", "id", people);
        await ImportAsync("interactions", "mail.csv", "from,to,at,sender", Rows(staff));

        var principals = await RankAsync();
        Assert.Equal("boss", principals[0]);
        Assert.InRange(Array.IndexOf(principals, "assistant"), 5, people.Length);

        Assert.Equal(["assistant", "boss"], (await RankAsync("--rule", "delegateShare=0.5"))[..2].Order());
        Assert.Equal("assistant", (await RankAsync("--rule", "delegateShare=1"))[0]);

        var rules = Csv.Read((await RunAsync("hygiene", "--format", "csv")).Output)
            .Where(line => line["kind"] == "rule").ToDictionary(line => line["name"]);
        Assert.Equal(("delegateShare=1", "360"), (rules["delegates"]["settings"], rules["delegates"]["count"]));
        Assert.Equal("1", rules["delegated-pairs"]["count"]);
    }

    [Theory]
    [InlineData("-0.1")]
    [InlineData("1.1")]
    public async Task A_share_is_between_nothing_and_all(string share)
    {
        var result = await _cli.TryAsync(
            "nightly", "--rule", $"delegateShare={share}", "--store", _cli.StorePath);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"DelegateShare {share} is out of bounds", result.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rows(string[] staff) =>
        from week in Enumerable.Range(0, 12)
        from i in Enumerable.Range(0, staff.Length)
        let at = Monday.AddDays(7 * week).AddMinutes(i)
        from row in (string[])
        [
            $"{staff[i]},boss,{at:s}Z,", $"boss,{staff[i]},{at.AddHours(1):s}Z,assistant",
            $"{staff[i]},assistant,{at.AddHours(2):s}Z,",
            $"{staff[i]},{staff[(i + 1) % staff.Length]},{at.AddDays(1):s}Z,",
            $"{staff[(i + 1) % staff.Length]},{staff[i]},{at.AddDays(2):s}Z,",
        ]
        select row;

    private async Task<string[]> RankAsync(params string[] options)
    {
        // Without the backbone, which takes ties of a hub to everybody for what volumes explain.
        await RunAsync(
            ["nightly", "--as-of", "2026-04-01", "--rule-effects", "off", "--rule", "backbone=off", .. options]);
        return [.. Csv.Read((await RunAsync("rank", "--top", "40", "--format", "csv")).Output)
            .Select(line => line["person"])];
    }

    private Task<CliResult> ImportAsync(string what, string name, string header, IEnumerable<string> rows) =>
        RunAsync("import", what, _cli.Write(name, $"{header}\n{string.Join('\n', rows)}\n"));

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--store", _cli.StorePath]);
}
