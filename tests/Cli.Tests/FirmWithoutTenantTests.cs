using System.Text;

namespace InfluencerMap.Cli.Tests;

/// <summary>A firm of 14 that has files and no tenant: what doctor, nights and rankings say to it.</summary>
public sealed class FirmWithoutTenantTests : IAsyncLifetime
{
    private const int PeopleCount = 14;

    private readonly CliProcess _cli = new();

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public async ValueTask InitializeAsync()
    {
        await RunAsync("import", "people", _cli.Write(
            "people.csv", "id,manager,department,email,leave\n" + string.Concat(
                Enumerable.Range(0, PeopleCount).Select(i => $"p{i},p{i / 4},unit {i % 2},p{i}@firm.example,\n"))
            + "silent,p0,unit 1,,\ngone,p0,unit 1,,2020-01-31\n"));
        var mail = new StringBuilder("from,to,at\n");
        for (var day = 60; day > 0; day--)
            for (var i = 0; i < PeopleCount; i++)
            {
                var (at, other) = (Now.AddDays(-day), (i + 1 + day % 3) % PeopleCount);
                mail.Append($"p{i},p{other},{at:yyyy-MM-dd}T08:{i:00}:01Z\n");
                mail.Append($"p{other},p{i},{at:yyyy-MM-dd}T15:{i:00}:01Z\n");
            }
        await RunAsync("import", "interactions", _cli.Write("mail.csv", mail.ToString()), "--format", "csv");
    }

    public ValueTask DisposeAsync()
    {
        _cli.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Doctor_is_green_and_says_what_it_looked_at()
    {
        var doctor = await RunAsync("doctor");

        Assert.DoesNotContain("WRONG", doctor.Output);
        foreach (var looked in (string[])
            [
                "ok     Store ", "ok     Files of the store", "ok     Key: 64 bytes from 'company.key'",
                "ok     Key of the audit: none yet; the first line of the audit makes 'company.audit.key'",
                $"       Backup: the audit knows of none. Make one: influencermap backup --store {_cli.StorePath} FILE",
                "       Retention: no profile", "       Runs: none yet.",
                "ok     No configuration collect.json: nothing is collected from a tenant",
            ])
            Assert.Contains(doctor.OutputLines, line => line.StartsWith(looked, StringComparison.Ordinal));

        await RunAsync("backup", Path.Combine(_cli.Folder, "kept.zip"));
        await RunAsync("retention", "--profile", "eu");
        doctor = await RunAsync("doctor");
        Assert.Contains($"ok     Backup: the last was made on {Now:yyyy-MM-dd}", doctor.Output);
        Assert.Contains("ok     Key of the audit: 64 bytes from 'company.audit.key'", doctor.Output);
        Assert.Contains("ok     Retention: profile eu, raw events 90 days, runs 90.", doctor.Output);
    }

    [Fact]
    public async Task Doctor_finds_what_is_really_wrong()
    {
        var named = await TryAsync("doctor", "--config", "collect.json");
        Assert.Equal(1, named.ExitCode);
        Assert.Contains("WRONG  There is no configuration 'collect.json'.", named.Output);

        await RunAsync("retention", "--profile", "eu");
        var key = Path.Combine(_cli.Folder, "company.audit.key");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            var open = await TryAsync("doctor");
            Assert.Equal(1, open.ExitCode);
            Assert.Contains("WRONG  Other users of this machine may read company.audit.key: chmod 600", open.Output);
        }
        File.Delete(key);
        var missing = await TryAsync("doctor");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("WRONG  The key of the audit is missing", missing.Output);
        _cli.Variables["INFLUENCERMAP_AUDIT_KEY"] = "another key of the audit than before";
        Assert.Contains("WRONG  The key of the audit is not the one", (await TryAsync("doctor")).Output);
    }

    [Fact]
    public async Task Small_firm_is_told_what_the_api_refuses_and_to_ask_its_people()
    {
        const string Advice = "In a company of under 50 people everybody is recognised without a name: the API "
            + "refuses this ranking unless its variable InfluencerMap__SmallGroups__SmallCompanyReason says why. "
            + "Better ask everybody whom they turn to: import interactions FILE --format nominations, then nightly "
            + "--preset nominations.";

        var night = await RunAsync("nightly");
        Assert.Single(night.ErrorLines, line => line == Advice);
        Assert.DoesNotContain("as in a single mailbox", night.Error);
        var csv = await RunAsync("rank", "--format", "csv");
        Assert.Single(csv.ErrorLines, line => line == Advice);
        Assert.DoesNotContain(Advice, csv.Output);
        Assert.Contains(Advice, (await RunAsync("doctor")).Output);

        var named = _cli.Write("named.csv", "respondent,question,named,at\n" + string.Concat(
            Enumerable.Range(1, PeopleCount - 1).Select(i => $"p{i},whose advice,p{i % 3},2026-03-02T08:00:00Z\n")));
        await RunAsync("import", "interactions", named, "--format", "nominations");
        var nominations = await RunAsync("nightly", "--preset", "nominations", "--as-of", "2026-03-03");
        Assert.DoesNotContain(Advice, nominations.Error);
        Assert.DoesNotContain("Short history", nominations.Error);
        Assert.DoesNotContain(Advice, (await RunAsync("rank")).Error);
    }

    [Fact]
    public async Task Cohort_of_a_small_firm_needs_no_size_and_names_what_was_asked_and_what_was_not()
    {
        await RunAsync("nightly");
        Assert.Contains("This cohort of 3 covers", (await RunAsync("cohort")).Output);

        await RefuseAsync(
            1, "No cohort can keep this constraint: size 15 of 15 people. 1 person without a tie or a rank is not to "
                + "choose from. Leave it out or ease it. To choose from them too, name them: --include PERSON,... or "
                + "--from FILE.",
            "--size", "15");
        await RunAsync("cohort", "--size", "15", "--include", "silent");
        await RefuseAsync(
            1, "1 of 2 people of --include are in the directory but not in the run: gone, or not there yet. Take them "
                + "off the list.",
            "--include", "p1,gone");
        await RefuseAsync(
            2, "--quota 'site:min=1': nobody of the run has this attribute. There are department, level, managers, "
                + "team.",
            "--quota", "site:min=1");
        await RefuseAsync(
            2, "--quota 'department=Unti 1:min=1': there is no department 'Unti 1'. Did you mean 'unit 1'?",
            "--quota", "department=Unti 1:min=1");
        await RefuseAsync(
            2, "--quota 'department=Sales:max=1': there is no department 'Sales'. There are unit 0, unit 1.",
            "--quota", "department=Sales:max=1");
        await RefuseAsync(
            2, "--quota 'team=nobody:max=1': nobody has this id, address or key. A team is named by who leads it.",
            "--quota", "team=nobody:max=1");
        await RefuseAsync(
            2, "--quota team=…: nobody of the run reports to the person whom it names. Leave the value out to bound "
                + "every team.",
            "--quota", "team=p9:max=1");
    }

    [Fact]
    public async Task Who_is_gone_needs_no_excluding_and_a_team_is_named_by_whom_it_follows()
    {
        await RunAsync("nightly");
        var without = await RunAsync("cohort", "--exclude", "gone,p1", "--wait-list", "2", "--save");
        Assert.Contains("1 of 2 people of --exclude are not in the run anyway.", without.ErrorLines);
        Assert.Contains(
            "--size 3 --reach steps:1 --exclude (2) --wait-list 2",
            (await RunAsync("cohort", "list", "--format", "csv")).Output);

        string[] team = ["cohort", "--size", "4", "--format", "csv", "--quota"];
        var byId = await RunAsync([.. team, "team=p0:max=0"]);
        Assert.Equal(byId.Output, (await RunAsync([.. team, "team=P0@firm.example:max=0"])).Output);
        Assert.All(Csv.Read(byId.Output), line => Assert.DoesNotContain(line["person"], (string[])["p1", "p2", "p3"]));
    }

    private async Task RefuseAsync(int exitCode, string says, params string[] wishes)
    {
        var result = await TryAsync(["cohort", .. wishes]);
        Assert.Equal((exitCode, says), (result.ExitCode, Assert.Single(result.ErrorLines)));
    }

    private Task<CliResult> RunAsync(params string[] args) => _cli.RunAsync([.. args, "--store", _cli.StorePath]);

    private Task<CliResult> TryAsync(params string[] args) => _cli.TryAsync([.. args, "--store", _cli.StorePath]);
}
