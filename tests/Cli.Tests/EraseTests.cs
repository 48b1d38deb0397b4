using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests;

/// <summary>Erasing and its trace in the audit, through the command line.</summary>
public sealed class EraseTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Somebody_erased_stays_out_when_the_file_comes_again_and_the_audit_holds()
    {
        var people = _cli.Write("people.csv", "id,name\nE1,Made One\nE2,Made Two\n");
        await RunAsync("import", "people", people);

        Assert.Equal(2, (await _cli.TryAsync("erase", "E2", "--store", _cli.StorePath)).ExitCode);
        await RunAsync("erase", "E2", "--yes");
        await RunAsync("import", "people", people);

        Assert.Equal(1, (await _cli.TryAsync("consent", "E2", "--store", _cli.StorePath)).ExitCode);
        await RunAsync("consent", "E1");
        Assert.Contains("erase", (await RunAsync("audit", "list")).Output);
        var head = Assert.Single((await RunAsync("audit", "verify")).OutputLines);
        await RunAsync("audit", "verify", "--noted", head);
        var other = await _cli.TryAsync("audit", "verify", "--noted", "0", "--store", _cli.StorePath);
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("cut off", other.Error);
    }

    [Fact]
    public async Task No_byte_of_the_files_tells_of_somebody_erased_not_even_after_a_night_and_the_same_files_again()
    {
        string[] words = ["EMP-0777", "Ada Made-Lovelace", "ada.lovelace@made.example", "@ada-made"];
        var people = _cli.Write("people.csv", "id,name,email,manager\nEMP-0777,Ada Made-Lovelace,"
            + "Ada.Lovelace@made.example,\nE2,Made Two,two@made.example,EMP-0777\nE3,,three@made.example,EMP-0777\n"
            + "E4,,four@made.example,E2\n");
        var mail = _cli.Write("mail of ada.lovelace@made.example.csv", "from,to,at\n" + string.Concat(
            from day in Enumerable.Range(1, 20)
            from pair in (string[])["ada.lovelace,two", "two,three", "three,ada.lovelace", "four,two"]
            from way in (string[])[pair, string.Join(',', pair.Split(',').Reverse())]
            select $"{way.Replace(",", "@made.example,", StringComparison.Ordinal)}@made.example,"
                + $"2026-03-{day:00}T09:00:00Z\n"));
        var map = _cli.Write("handles.csv", "handle,person\n@ada-made,EMP-0777\n@two-made,E2\n");
        await TakeAllAsync();
        await RunAsync("consent", "EMP-0777", "--state", "nameable", "--text-version", "1", "--channel", "letter");
        var key = Csv.Read((await RunAsync("rank", "--format", "csv")).Output)
            .Single(row => row["person"] == "EMP-0777")["key"];
        await RunAsync("keys", "create", "--role", "Person", "--person", "EMP-0777");
        Assert.All([.. words, key], word => Assert.NotEmpty(Find(word)));

        await RunAsync("erase", "ada.lovelace@made.example", "--yes");
        Assert.Empty(Find([.. words, key]));

        var mapped = await TakeAllAsync();
        Assert.Contains("1 row is of somebody who was erased: left out.", mapped.Output + mapped.Error);
        var again = await RunAsync("import", "interactions", mail);
        Assert.Contains("80 rows are of people who were erased: left out.", again.Error, StringComparison.Ordinal);
        Assert.Contains("0 interactions stored", again.Error, StringComparison.Ordinal);
        Assert.Empty(Find([.. words, key]));
        await RunAsync("audit", "verify");
        Assert.Equal(1, (await _cli.TryAsync("consent", "EMP-0777", "--store", _cli.StorePath)).ExitCode);

        async Task<CliResult> TakeAllAsync()
        {
            await RunAsync("import", "people", people);
            await RunAsync("import", "interactions", mail);
            var done = await RunAsync("identities", "map", map);
            await RunAsync("nightly", "--as-of", "2026-03-21");
            return done;
        }
    }

    [Fact]
    public async Task Accounts_that_may_be_the_persons_are_settled_before_an_erasure_that_would_leave_them()
    {
        await RunAsync("import", "people", _cli.Write("people.csv", "id,name\nE1,Ada Lovelace\nE2,Made Two\n"));
        await RunAsync("import", "interactions", _cli.Write(
            "chat.csv", "from,to,at\nLovelace Ada,E2,2026-03-01T09:00:00Z\n"));

        var refused = await _cli.TryAsync("erase", "E1", "--yes", "--store", _cli.StorePath);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Nothing was erased", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("lovelace", refused.Error, StringComparison.OrdinalIgnoreCase);
        await RunAsync("identities", "merge", "Lovelace Ada", "E1");
        await RunAsync("erase", "E1", "--yes");
        Assert.Empty(Find("lovelace ada", "Ada Lovelace"));
    }

    [Fact]
    public async Task An_account_that_was_dismissed_does_not_stand_in_the_way_of_an_erasure()
    {
        await RunAsync("import", "people", _cli.Write("people.csv", "id,name\nE1,Ada Lovelace\nE2,Made Two\n"));
        await RunAsync("import", "interactions", _cli.Write(
            "chat.csv", "from,to,at\nLovelace Ada,E2,2026-03-01T09:00:00Z\n"));
        await RunAsync("identities", "dismiss", "Lovelace Ada", "E1");

        await RunAsync("erase", "E1", "--yes");

        Assert.Equal(1, (await _cli.TryAsync("consent", "E1", "--store", _cli.StorePath)).ExitCode);
    }

    [Fact]
    public async Task Acts_of_people_who_were_erased_are_left_out_of_a_file_and_counted()
    {
        await RunAsync("import", "people", _cli.Write("people.csv", "id\nE1\nE2\n"));
        await RunAsync("erase", "E2", "--yes");
        var acts = _cli.Write("consents.csv", "person,state,textVersion,at,channel\n"
            + "E1,nameable,1,2026-03-01T09:00:00Z,letter\nE2,nameable,1,2026-03-01T09:00:00Z,letter\n");

        var result = await RunAsync("consent", "import", acts);

        Assert.Contains("1 acts read", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 row is of somebody who was erased: left out.", result.Error, StringComparison.Ordinal);
    }

    /// <summary>In every file of the store; the files that people keep stay as they are.</summary>
    private string[] Find(params string[] words) =>
        [.. ErasedBytes.Find(_cli.Folder, words).Where(found => !found.Contains(".csv:", StringComparison.Ordinal))];

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--store", _cli.StorePath]);
}
