using System.Text.RegularExpressions;

namespace InfluencerMap.Cli.Tests;

/// <summary>A new key behind the pseudonyms, through the command line.</summary>
public sealed partial class KeyRotationTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("keep")]
    [InlineData("cut")]
    public async Task Same_people_under_two_keys_are_linked_by_kept_history_alone(string history)
    {
        await NightAsync();
        var before = await RankedAsync();
        Use("the second key of the customer");
        var refused = await _cli.TryAsync("import", "people", PeopleFile(), "--store", _cli.StorePath);
        Assert.Contains("influencermap keys rotate", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);

        await _cli.RunAsync("keys", "rotate", "--history", history, "--yes", "--store", _cli.StorePath);

        await _cli.RunAsync("import", "people", PeopleFile(), "--store", _cli.StorePath);
        if (history == "cut")
        {
            var none = await _cli.TryAsync("rank", "--store", _cli.StorePath);
            Assert.Equal(1, none.ExitCode);
            await NightlyAsync();
        }
        var after = await RankedAsync();
        Assert.Empty(Keys(before).Intersect(Keys(after)));
        // But for the pseudonyms the same bytes: nobody here shares a place.
        Assert.Equal(Hex().Replace(before, "key"), Hex().Replace(after, "key"));
        Assert.Equal(1, (await _cli.TryAsync("explain", Keys(before)[0], "--store", _cli.StorePath)).ExitCode);
        var line = (await _cli.RunAsync("audit", "list", "--store", _cli.StorePath)).Output;
        Assert.Contains($"pseudonyms, history {(history == "cut" ? "cut" : "kept")}", line, StringComparison.Ordinal);
        await _cli.RunAsync("audit", "verify", "--store", _cli.StorePath);
    }

    [Theory]
    [InlineData(1, "Everybody has the pseudonym of this key already.", "--history", "keep")]
    [InlineData(2, "Say --yes.", "--history", "cut")]
    [InlineData(2, "--history", "--yes")]
    [InlineData(2, "forget", "--history", "forget")]
    public async Task What_cannot_be_rotated_is_refused(int exitCode, string message, params string[] args)
    {
        Use("the first key of the customer");
        await _cli.RunAsync("import", "people", PeopleFile(), "--store", _cli.StorePath);

        var result = await _cli.TryAsync(["keys", "rotate", .. args, "--store", _cli.StorePath]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(message, result.ErrorLines[0], StringComparison.Ordinal);
    }

    private async Task NightAsync()
    {
        Use("the first key of the customer");
        await _cli.RunAsync("import", "people", PeopleFile(), "--store", _cli.StorePath);
        var mails = _cli.Write("mail.csv", "from,to,at\n" + string.Concat(
            from day in Enumerable.Range(1, 20)
            from pair in (string[])["ana,ben", "ben,cleo", "cleo,ana", "ben,dan", "dan,eve", "cleo,fay"]
            from way in (string[])[pair, string.Join(',', pair.Split(',').Reverse())]
            select $"{way},2026-03-{day:00}T09:00:00Z\n"));
        await _cli.RunAsync("import", "interactions", mails, "--store", _cli.StorePath);
        await NightlyAsync();
    }

    private Task<CliResult> NightlyAsync() =>
        _cli.RunAsync("nightly", "--as-of", "2026-03-21", "--store", _cli.StorePath);

    private async Task<string> RankedAsync() =>
        (await _cli.RunAsync("rank", "--format", "csv", "--store", _cli.StorePath)).Output;

    private void Use(string key) => _cli.Variables["INFLUENCERMAP_KEY"] = key;

    private string PeopleFile() => _cli.Write(
        "people.csv", "id,manager\nana,\nben,ana\ncleo,ana\ndan,ben\neve,ben\nfay,cleo\n");

    private static string[] Keys(string text) => [.. Hex().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("(?<=,)[0-9a-f]{16}(?=,)")]
    private static partial Regex Hex();
}
