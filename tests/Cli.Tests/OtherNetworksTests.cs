using System.Globalization;
using System.Text;
using System.Text.Json;
using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests;

/// <summary>Exports and public data sets, most without a directory, run through the same verbs.</summary>
public sealed class OtherNetworksTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_slack_export_ranks_its_members()
    {
        var import = await ImportAsync(SharedData.Require("data/slack-export-format/testarchive.zip"));
        Assert.Contains("slack, 158 rows", import.Error, StringComparison.Ordinal);
        Assert.Contains("94 set aside: bots", import.Error, StringComparison.Ordinal);
        await RunAsync("import", "everyone");
        Assert.Equal(4, (await RankAsync("2016-04-01", "90", "plain")).Count);
    }

    [Fact]
    public async Task Contacts_in_an_office_building_rank_by_department()
    {
        await RunAsync("import", "people",
            SharedData.Require("data/sociopatterns-workplace-invs13/workplace_InVS_metadata.txt"),
            "--no-header", "--delimiter", "whitespace", "--map", "id=1,department=2");
        await ImportAsync(
            SharedData.Require("data/sociopatterns-workplace-invs13/workplace_InVS_tij.dat.zip"),
            "--format", "edges", "--map", "at=1,from=2,to=3", "--slice-seconds", "20");
        var ranking = await RankAsync("1970-01-13", "12", "plain");
        Assert.Equal(92, ranking.Count);
        Assert.Equal(5, ranking.Select(line => line["department"]).Distinct().Count());
    }

    [Fact]
    public async Task A_public_edge_list_with_times_ranks_everyone_in_it()
    {
        await ImportAsync(
            SharedData.Require("data/email-eu-core/email-Eu-core-temporal.txt.gz"), "--format", "edges");
        await RunAsync("import", "everyone");
        Assert.Equal(986, (await RankAsync("1972-03-16", "805", "plain")).Count);
    }

    [Fact]
    public async Task A_public_network_of_weights_ranks_whoever_is_in_it()
    {
        await ImportAsync(
            SharedData.Require("data/higgs-twitter/higgs-reply_network.edgelist.gz"),
            "--channel", "social", "--at", "2012-07-04");
        await RunAsync("import", "everyone");
        var night = await RunAsync(
            "nightly", "--as-of", "2012-07-08", "--window-days", "7", "--preset", "plain");
        Assert.Contains("38,683 people ranked", night.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everyone_becomes_a_person_once_and_only_without_a_directory()
    {
        var mail = _cli.Write("mail.csv", "from,to,at\na@made.example,b@other.example,2026-01-05\n");
        await ImportAsync(mail);
        Assert.Contains("2 accounts", (await RunAsync("import", "everyone")).Error, StringComparison.Ordinal);
        Assert.Contains("0 accounts", (await RunAsync("import", "everyone")).Error, StringComparison.Ordinal);

        await RunAsync("import", "people", _cli.Write("people.csv", "id,department\na@made.example,Sales\n"));
        var refused = await _cli.TryAsync("import", "everyone", "--store", _cli.StorePath);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("directory", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nominations_rank_by_themselves_and_stay_out_of_the_usual_night()
    {
        await RunAsync("import", "people", _cli.Write("people.csv", "id\nada\nben\ncleo\ndan\n"));
        await ImportAsync(_cli.Write("answers.csv",
            """
            respondent,question,named
            ada,advice,cleo
            ben,advice,cleo
            dan,advice,ben
            dan,news,cleo

            """), "--at", "2026-01-05");
        await ImportAsync(_cli.Write("mail.csv", "from,to,at\nada,dan,2026-01-05\ndan,ada,2026-01-06\n"));

        var named = await RankAsync("2026-02-01", "90", "nominations");
        Assert.Equal(["cleo", "ben"], named.Take(2).Select(line => line["person"]));

        var seen = await RankAsync("2026-02-01", "90", "plain");
        Assert.Equal(["ada", "dan"], seen.Take(2).Select(line => line["person"]).Order());
        var hygiene = await RunAsync("hygiene", "--format", "csv");
        Assert.Contains("other-layer", hygiene.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_by_nominations_stand_beside_the_places_by_what_was_seen()
    {
        await RunAsync("import", "people", _cli.Write("people.csv", "id\nada\nben\ncleo\ndan\neve\n"));
        await ImportAsync(_cli.Write("answers.csv",
            """
            respondent,question,named
            ada,advice,cleo
            ben,advice,cleo
            ben,advice,eve
            dan,advice,ben

            """), "--at", "2026-01-05");
        var mail = new StringBuilder("from,to,at\n");
        foreach (var (from, to) in ((string, string)[]) [("ada", "ben"), ("ben", "cleo"), ("ada", "dan")])
            for (var day = 1; day <= 20; day++)
                mail.Append(CultureInfo.InvariantCulture, $"{from},{to},2026-01-{day:00}T09:00\n")
                    .Append(CultureInfo.InvariantCulture, $"{to},{from},2026-01-{day:00}T10:00\n");
        await ImportAsync(_cli.Write("mail.csv", mail.ToString()));
        var seen = await RankAsync("2026-02-01", "90", "default");
        var early = await _cli.TryAsync("rank", "--beside", "nominations", "--store", _cli.StorePath);
        var named = await RankAsync("2026-02-01", "90", "nominations");

        var beside = Csv.Read((await RunAsync("rank", "--beside", "nominations", "--format", "csv")).Output);
        var json = JsonDocument.Parse(
            (await RunAsync("rank", "--beside", "nominations", "--format", "json")).Output).RootElement;
        var table = (await RunAsync("rank", "--beside", "nominations")).Output;

        Assert.Equal(1, early.ExitCode);
        Assert.Equal(
            seen.Select(line => (line["person"], line["rank"])),
            beside.Where(line => line["rank"] != "").Select(line => (line["person"], line["rank"])));
        Assert.Equal(
            named.Take(3).Select(line => (line["person"], line["rank"])),
            beside.Where(line => line["nominated"] != "").OrderBy(line => line["nominated"], StringComparer.Ordinal)
                .Select(line => (line["person"], line["nominated"])));
        Assert.Equal("2", beside.Single(line => line["person"] == "cleo")["named_by"]);
        Assert.Equal("named, not seen", beside.Single(line => line["person"] == "eve")["note"]);
        Assert.Equal(
            ["ada", "dan"], beside.Where(line => line["note"] == "seen, not named").Select(l => l["person"]).Order());
        Assert.Equal(4, json.GetProperty("agreement").GetProperty("peopleCount").GetInt32());
        Assert.Equal(2, json.GetProperty("agreement").GetProperty("sharedTopCount").GetInt32());
        Assert.Equal(5, json.GetProperty("people").GetArrayLength());
        Assert.Contains("1 named by colleagues are not measurable", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_persons_contacts_are_taken_in_only_with_consent_on_record()
    {
        await RunAsync("import", "people", _cli.Write("people.csv", "id\nada\n"));
        var contacts = _cli.Write("Connections.csv",
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            + "Ben,Made,,ben@other.example,,,12 Mar 2024\n");

        var unowned = await _cli.TryAsync("import", "interactions", contacts, "--store", _cli.StorePath);
        Assert.Equal(1, unowned.ExitCode);
        var early = await _cli.TryAsync(
            "import", "interactions", contacts, "--owner", "ada", "--store", _cli.StorePath);
        Assert.Equal(1, early.ExitCode);
        Assert.Contains("consent", early.Error, StringComparison.Ordinal);

        await RunAsync("consent", "ada", "--external-contacts", "on", "--text-version", "1", "--channel", "form");
        var import = await ImportAsync(contacts, "--owner", "ada");
        Assert.Contains("1 interaction stored", import.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleagues_personal_account_in_an_archive_counts_only_with_consent_on_record()
    {
        var people = await RunAsync(
            "import", "people", _cli.Write("people.csv", "id,aliases\nada,\nben,x:42\n"));
        Assert.Contains("1 personal accounts", people.Error, StringComparison.Ordinal);
        var mentions = new StringBuilder("from,to,at,channel\n");
        for (var day = 1; day <= 20; day++)
            mentions.Append(CultureInfo.InvariantCulture, $"ada,x:42,2026-01-{day:00},social\n")
                .Append(CultureInfo.InvariantCulture, $"x:42,ada,2026-01-{day:00},social\n");
        await ImportAsync(_cli.Write("mentions.csv", mentions.ToString()));

        var refused = await _cli.TryAsync(
            "nightly", "--as-of", "2026-02-01", "--window-days", "90", "--store", _cli.StorePath);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("No tie between people is left", refused.Error, StringComparison.Ordinal);
        await RunAsync("consent", "ben", "--external-contacts", "on", "--text-version", "1", "--channel", "form");
        Assert.Equal(
            ["ada", "ben"],
            (await RankAsync("2026-02-01", "90", "default")).Select(line => line["person"]).Order());
    }

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--store", _cli.StorePath]);

    private Task<CliResult> ImportAsync(string path, params string[] args) =>
        RunAsync(["import", "interactions", path, .. args]);

    private async Task<List<Dictionary<string, string>>> RankAsync(string asOf, string windowDays, string preset)
    {
        await RunAsync("nightly", "--as-of", asOf, "--window-days", windowDays, "--preset", preset);
        return Csv.Read((await RunAsync("rank", "--top", "2000", "--format", "csv")).Output);
    }
}
