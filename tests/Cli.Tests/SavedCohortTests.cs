using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Cli.Tests;

/// <summary>Cohorts from volunteers, for families, and saved under numbers: a made company of 40.</summary>
public sealed class SavedCohortTests : IDisposable
{
    private const int PeopleCount = 40;

    private readonly CliProcess _cli = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Proposing_needs_no_right_to_write()
    {
        await MakeAsync();
        await using var connection = new SqliteConnection($"Data Source={_cli.StorePath};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var writer = connection.BeginTransaction(deferred: false);

        var cohort = await ReadAsync("cohort", "--size", "3");

        Assert.Equal(3, cohort.GetProperty("members").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, cohort.GetProperty("number").ValueKind);
        await writer.RollbackAsync(Cancellation);
        Assert.Equal("[]", (await ReadAsync("cohort", "list")).GetRawText().Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_saved_cohort_is_listed_shown_and_set_beside_another()
    {
        await MakeAsync();
        var first = await ReadAsync("cohort", "--size", "3", "--save");
        var second = await ReadAsync("cohort", "--size", "3", "--exclude", PersonOf(first, 0), "--save");
        var again = await ReadAsync("cohort", "--size", "3", "--save");

        var listed = (await ReadAsync("cohort", "list")).EnumerateArray().ToArray();
        var shown = await ReadAsync("cohort", "show", "1", "--with", "2");
        var table = await RunAsync("cohort", "show", "1", "--with", "2");
        var csv = Csv.Read((await RunAsync("cohort", "show", "1", "--format", "csv")).Output);

        Assert.Equal((1, 2, 1), (Number(first), Number(second), Number(again)));
        Assert.Equal([2, 1], listed.Select(line => line.GetProperty("number").GetInt64()));
        Assert.Equal("--size 3 --reach steps:1", listed[1].GetProperty("wishes").GetString());
        Assert.Equal("operator", listed[1].GetProperty("savedBy").GetString());
        string[] members = [.. Enumerable.Range(0, 3).Select(place => PersonOf(first, place))];
        Assert.Equal(members, csv.Select(line => line["person"]));
        var inCommon = members.Intersect(Enumerable.Range(0, 3).Select(place => PersonOf(second, place))).Count();
        Assert.Equal(inCommon, shown.GetProperty("inCommon").GetInt32());
        Assert.Equal(
            inCommon,
            shown.GetProperty("people").EnumerateArray().Count(one => one.GetProperty("inOther").GetBoolean()));
        Assert.Contains($"{inCommon} members are in cohort 2 too", OnOneLine(table));
        Assert.Equal(1, (await _cli.TryAsync("cohort", "show", "9", "--store", _cli.StorePath)).ExitCode);
    }

    [Fact]
    public async Task Who_withdrew_or_was_erased_is_left_out_of_a_saved_cohort_and_the_two_are_one_number()
    {
        await MakeAsync();
        var saved = await ReadAsync("cohort", "--size", "4", "--save");
        var (excluded, erased) = (PersonOf(saved, 0), PersonOf(saved, 2));
        await RunAsync(
            "consent", excluded, "--state", "excluded", "--text-version", "1", "--channel", "form");
        await RunAsync("erase", erased, "--yes");

        var shown = await ReadAsync("cohort", "show", "1");
        var told = OnOneLine(await RunAsync("cohort", "show", "1"));

        Assert.Equal(
            [PersonOf(saved, 1), PersonOf(saved, 3)],
            shown.GetProperty("people").EnumerateArray().Select(one => one.GetProperty("person").GetString()!));
        Assert.Equal(2, shown.GetProperty("leftOut").GetInt32());
        Assert.Contains("2 of 4 members are left out: erased, excluded or gone since", told);
        Assert.DoesNotContain(excluded, told);
        Assert.DoesNotContain(erased, told);
    }

    [Fact]
    public async Task Only_volunteers_are_chosen_also_those_without_ties()
    {
        await MakeAsync();
        // E39 and E40 wrote to nobody. One name by address, a header, more cells, an empty row.
        var list = _cli.Write("volunteers.csv", "person,why\nE39,x\nE40;y\n\ne5@made.example\n\"E7\"\n");

        var cohort = await ReadAsync("cohort", "--size", "4", "--from", list);

        Assert.Equal(
            ["E39", "E40", "E5", "E7"],
            Enumerable.Range(0, 4).Select(place => PersonOf(cohort, place)).Order(StringComparer.Ordinal));
        var tooFew = await _cli.TryAsync("cohort", "--size", "5", "--from", list, "--store", _cli.StorePath);
        Assert.Equal(1, tooFew.ExitCode);
        Assert.Contains("4 volunteers to choose from", tooFew.Error);
    }

    [Fact]
    public async Task Volunteers_whom_nobody_knows_are_refused_by_row_and_never_by_name()
    {
        await MakeAsync();
        var list = _cli.Write("volunteers.txt", "E3\nAda Lovelace\nE4\nada@elsewhere.example\n");

        var refused = await _cli.TryAsync("cohort", "--size", "2", "--from", list, "--store", _cli.StorePath);

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(
            "Rows 2, 4 of volunteers.txt are nobody's id, address, name or key. Look people up with rank.",
            Assert.Single(refused.ErrorLines));
    }

    [Fact]
    public async Task Families_are_seen_heard_and_given_seats_by_headcount()
    {
        await MakeAsync();

        var cohort = await ReadAsync("cohort", "--size", "6", "--voice", "1");

        var families = cohort.GetProperty("families").EnumerateArray()
            .ToDictionary(line => line.GetProperty("family").GetString()!);
        Assert.Equal(["Office", "Works", "Laboratory", "Drivers"], families.Keys);
        Assert.Equal(0, families.Values.Sum(line => line.GetProperty("seats").GetInt32()));
        // Of 6 seats 18, 12, 6 and 4 of 40 people would have 2.7, 1.8, 0.9 and 0.6; with share 1 the floors sum to 5.
        Assert.True(families["Office"].GetProperty("members").GetInt32() >= 2);
        foreach (var family in new[] { "Works", "Laboratory", "Drivers" })
            Assert.True(families[family].GetProperty("members").GetInt32() >= 1);
        Assert.Equal(1, families["Office"].GetProperty("seen").GetDouble());
        Assert.NotEqual("withheld", families["Office"].GetProperty("reading").GetString());
        Assert.True(families["Office"].GetProperty("voiceLow").GetDouble() > 0);
        // Four drivers, two of them without a tie: too few to say how much they are heard.
        Assert.Equal("withheld", families["Drivers"].GetProperty("reading").GetString());
        Assert.Equal(JsonValueKind.Null, families["Drivers"].GetProperty("voice").ValueKind);
    }

    [Fact]
    public async Task Families_whose_seat_does_not_fit_are_named()
    {
        await MakeAsync(families: 20);

        var cohort = await ReadAsync("cohort", "--size", "10", "--voice", "0.5");

        Assert.Equal(10, cohort.GetProperty("familiesNotFitting").GetArrayLength());
        Assert.Contains(
            "Their seat by headcount did not fit: F10, F11",
            OnOneLine(await RunAsync("cohort", "--size", "10", "--voice", "0.5")));
    }

    /// <summary>People E1 to E40; the last two have no ties. In four families, or in so many of equal size.</summary>
    private async Task MakeAsync(int families = 0)
    {
        string FamilyOf(int id) => families > 0 ? $"F{id % families:00}"
            : id <= 18 ? "Office" : id <= 30 ? "Works" : id <= 36 ? "Laboratory" : "Drivers";
        var people = string.Concat(Enumerable.Range(1, PeopleCount)
            .Select(id => $"E{id},e{id}@made.example,{FamilyOf(id)}\n"));
        var random = new Random(7);
        var mail = string.Concat(
            from day in Enumerable.Range(1, 28)
            from id in Enumerable.Range(1, PeopleCount - 2)
            let other = random.Next(3) > 0 ? id % (PeopleCount - 2) + 1 : random.Next(1, PeopleCount - 1)
            where other != id
            select $"e{id}@made.example,e{other}@made.example,2026-02-{day:00}T09:00:00Z\n"
                + $"e{other}@made.example,e{id}@made.example,2026-02-{day:00}T10:00:00Z\n");
        await RunAsync("import", "people", _cli.Write("people.csv", "id,email,jobFamily\n" + people));
        await RunAsync("import", "interactions", _cli.Write("mail.csv", "from,to,at\n" + mail));
        await RunAsync("nightly", "--as-of", "2026-03-01", "--window-days", "28", "--preset", "plain");
    }

    private static string OnOneLine(CliResult result) =>
        string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static long Number(JsonElement cohort) => cohort.GetProperty("number").GetInt64();

    private static string PersonOf(JsonElement cohort, int place) =>
        cohort.GetProperty("members")[place].GetProperty("person").GetString()!;

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--store", _cli.StorePath]);

    private async Task<JsonElement> ReadAsync(params string[] args)
    {
        using var document = JsonDocument.Parse((await RunAsync([.. args, "--format", "json"])).Output);
        return document.RootElement.Clone();
    }
}
