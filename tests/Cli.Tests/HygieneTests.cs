using System.Globalization;
using System.Text.Json;

namespace InfluencerMap.Cli.Tests;

/// <summary>Rules by name on the command line, and what became of them in a run.</summary>
public sealed class HygieneTests : IClassFixture<MassMailingCompany>
{
    private readonly MassMailingCompany _company;

    public HygieneTests(MassMailingCompany company) => _company = company;

    [Fact]
    public async Task A_mass_mailer_is_out_of_the_first_20_exactly_while_the_rule_is_on()
    {
        // Diluted, mail to everybody would make no tie even then.
        await _company.NightlyAsync("--rule", "dilution=off");
        var hygiene = Csv.Read((await _company.RunAsync("hygiene", "--format", "csv")).Output);
        Assert.DoesNotContain(await _company.TopAsync(), line => line["person"] == MassMailingCompany.Loud);
        var rule = Assert.Single(hygiene, line => line["kind"] == "rule" && line["name"] == "mass-mail");
        Assert.Equal("audienceMax=10", rule["settings"]);
        Assert.Equal(
            (MassMailingCompany.BroadcastCount * MassMailingCompany.StaffCount, MassMailingCompany.StaffCount + 1),
            (int.Parse(rule["count"], CultureInfo.InvariantCulture),
                int.Parse(rule["person_count"], CultureInfo.InvariantCulture)));
        Assert.True(int.Parse(rule["top_changed"], CultureInfo.InvariantCulture) > 0);
        var move = Assert.Single(hygiene, line => line["kind"] == "move" && line["name"] == "mass-mail"
            && line["person"] == MassMailingCompany.Loud);
        Assert.Equal("1", move["rank_without"]);

        await _company.NightlyAsync("--rule", "dilution=off", "--rule", "mass-mail=off");
        Assert.Equal(MassMailingCompany.Loud, (await _company.TopAsync())[0]["person"]);
        var off = Csv.Read((await _company.RunAsync("hygiene", "--format", "csv")).Output)
            .Single(line => line["kind"] == "rule" && line["name"] == "mass-mail");
        Assert.Equal(("off audienceMax=2147483647", ""), (off["settings"], off["top_changed"]));
    }

    [Fact]
    public async Task Broadcast_layer_tells_who_writes_to_all_beside_the_ranking()
    {
        await _company.NightlyAsync();
        var top = Csv.Read((await _company.RunAsync("rank", "--top", "100", "--format", "csv")).Output);

        var line = Assert.Single(Csv.Read((await _company.RunAsync("broadcasts", "--format", "csv")).Output));
        var json = JsonDocument.Parse((await _company.RunAsync("broadcasts", "--format", "json")).Output).RootElement;
        var table = await _company.RunAsync("broadcasts");

        Assert.Equal(
            ("1", MassMailingCompany.Loud, $"{MassMailingCompany.BroadcastCount}", $"{MassMailingCompany.StaffCount}"),
            (line["place"], line["person"], line["messages"], line["reached"]));
        // All but oneself and the one who hardly writes.
        Assert.Equal(40 / 41.0, double.Parse(line["reached_share"], CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal(top.Single(other => other["person"] == line["person"])["rank"], line["rank"]);
        Assert.Equal(MassMailingCompany.StaffCount, json[0].GetProperty("reached").GetInt32());
        Assert.Contains("1 people wrote to more than 10 at once", table.Output, StringComparison.Ordinal);

        await _company.NightlyAsync("--rule", "mass-mail=off");
        Assert.Empty(Csv.Read((await _company.RunAsync("broadcasts", "--format", "csv")).Output));
    }

    [Fact]
    public async Task Options_by_name_are_in_the_run_and_in_every_format()
    {
        await _company.NightlyAsync("--preset", "wide", "--rule", "roles.cc=0.25", "--rule", "reciprocityDays=14");
        var json = JsonDocument.Parse((await _company.RunAsync("hygiene", "--format", "json")).Output).RootElement;
        var settings = json.EnumerateArray().Where(line => line.GetProperty("kind").GetString() == "rule").ToDictionary(
            line => line.GetProperty("name").GetString()!, line => line.GetProperty("settings").GetString());
        Assert.Equal("audienceMax=20", settings["mass-mail"]);
        Assert.Equal("roles.to=1 roles.cc=0.25 roles.bcc=0", settings["roles"]);
        Assert.Equal("reciprocalOnly=true reciprocityDays=14 daysEachWay=2", settings["one-way"]);

        var table = await _company.RunAsync("hygiene");
        Assert.Contains("preset wide", table.Output, StringComparison.Ordinal);
        Assert.Contains("roles.cc=0.25", table.Output, StringComparison.Ordinal);
        Assert.Contains("comes in", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Effects_can_be_left_out_and_added_later_to_the_same_run()
    {
        await _company.NightlyAsync("--rule", "daysMin=1", "--rule-effects", "off");
        Assert.All(await RulesAsync(), line => Assert.Equal("", line["top_changed"]));
        await _company.NightlyAsync("--rule", "daysMin=1", "--rule-effects", "on");
        Assert.Contains(await RulesAsync(), line => line["top_changed"] != "");

        async Task<List<Dictionary<string, string>>> RulesAsync() =>
            [.. Csv.Read((await _company.RunAsync("hygiene", "--format", "csv")).Output)
                .Where(line => line["kind"] == "rule")];
    }

    [Fact]
    public async Task Who_cannot_be_measured_is_never_last()
    {
        var night = await _company.NightlyAsync();
        Assert.Contains("Low mapping", night.Error, StringComparison.Ordinal);
        var lines = await _company.TopAsync();
        Assert.DoesNotContain(lines, line => line["person"] == MassMailingCompany.Silent);
        var table = await _company.RunAsync("rank");
        Assert.Contains("not measurable by these sources", table.Output, StringComparison.Ordinal);
        var explained = await _company.RunAsync("explain", MassMailingCompany.Silent);
        Assert.Contains("not measurable by these sources", explained.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Influence 0.000", explained.Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(
            (await _company.RunAsync("explain", MassMailingCompany.Silent, "--format", "json")).Output).RootElement;
        Assert.Equal("few-events", json.GetProperty("notMeasurable").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("rank").ValueKind);
    }

    [Theory]
    [InlineData("audience=20", "there is no such option", "audienceMax")]
    [InlineData("preset=plain", "there is no such option", "audienceMax")]
    [InlineData("left=off", "no rule of that name can be turned off", "mass-mail")]
    [InlineData("audienceMax=many", "not a value", "audienceMax is 10")]
    [InlineData("audienceMax=0", "at least 1", "0")]
    [InlineData("audienceMax", "not of the form name=value", "audienceMax")]
    public async Task Rules_that_do_not_exist_are_refused_with_those_that_do(string rule, string why, string named)
    {
        var result = await _company.Cli.TryAsync("nightly", "--rule", rule, "--store", _company.Cli.StorePath);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
    }
}

/// <summary>
/// Forty people in a ring, one who mails them all twice a week and is answered, one who hardly writes, and mail
/// with many accounts that no directory names.
/// </summary>
public sealed class MassMailingCompany : IAsyncLifetime
{
    public const int StaffCount = 40;
    public const int BroadcastCount = 24;
    public const string Loud = "loud";
    public const string Silent = "silent";

    private static readonly DateTime Monday = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    internal CliProcess Cli { get; } = new();

    public async ValueTask InitializeAsync()
    {
        string[] people = [Loud, Silent, .. Enumerable.Range(0, StaffCount).Select(Staff)];
        var peopleFile = Cli.Write("people.csv", "id,manager\n" + string.Concat(people.Select(id => $"{id},s00\n")));
        var mails = Enumerable.Range(0, 12)
            .SelectMany(week => Ring(week).Concat(Broadcasts(week)).Concat(Strangers(week)))
            .Append(Row(Silent, "s01", Monday));
        var mailFile = Cli.Write(
            "mail.csv",
            "from,to,at,message\n" + string.Concat(mails.Select(mail => mail + "\n")));
        await Cli.RunAsync("import", "people", peopleFile, "--store", Cli.StorePath);
        await Cli.RunAsync("import", "interactions", mailFile, "--format", "csv", "--store", Cli.StorePath);
    }

    public ValueTask DisposeAsync()
    {
        Cli.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<CliResult> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--store", Cli.StorePath]);

    internal Task<CliResult> NightlyAsync(params string[] options) =>
        RunAsync(["nightly", "--as-of", "2026-04-01", .. options]);

    internal async Task<List<Dictionary<string, string>>> TopAsync() =>
        Csv.Read((await RunAsync("rank", "--format", "csv")).Output);

    private static string Staff(int i) => $"s{(i + StaffCount) % StaffCount:00}";

    /// <summary>Everybody with the next one, each way.</summary>
    private static IEnumerable<string> Ring(int week) =>
        from i in Enumerable.Range(0, StaffCount)
        let at = Monday.AddDays(7 * week + 1).AddMinutes(i)
        from row in (string[])[Row(Staff(i), Staff(i + 1), at), Row(Staff(i + 1), Staff(i), at.AddHours(1))]
        select row;

    private static IEnumerable<string> Broadcasts(int week) =>
        from day in (int[])[1, 3]
        let at = Monday.AddDays(7 * week + day).AddHours(-3)
        let everybody = string.Join(';', Enumerable.Range(0, StaffCount).Select(Staff))
        from row in Enumerable.Range(0, StaffCount).Select(i => Row(Staff(i), Loud, at.AddMinutes(i)))
            .Prepend(Row(Loud, everybody, at))
        select row;

    private static IEnumerable<string> Strangers(int week) =>
        from i in Enumerable.Range(0, StaffCount)
        from nth in Enumerable.Range(0, 6)
        select Row(Staff(i), $"unknown{nth}", Monday.AddDays(7 * week).AddMinutes(6 * i + nth));

    private static string Row(string from, string to, DateTime at) => $"{from},{to},{at:yyyy-MM-ddTHH:mm:ssZ},";
}
