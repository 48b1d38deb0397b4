using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Tests.Adversary;

/// <summary>All attacks on the product once, within one budget of requests, and what they found.</summary>
public sealed class Assault(Attacked attacked) : IAsyncLifetime
{
    private const int TeamsTried = 120, ExportsMost = 60, TimedRepeats = 6;

    internal RequestBudget? Budget { get; private set; }

    internal (Scores Scores, string[] Focus) Ties { get; private set; }

    internal AttackAttributes.Finding Refusals { get; private set; } = null!;

    internal (Scores Scores, string[] Focus) Bounds { get; private set; }

    internal (Scores Scores, string[] Focus) Verdicts { get; private set; }

    internal (Scores Scores, string[] Focus) Coverage { get; private set; }

    internal (Scores Scores, string[] Focus) Leaving { get; private set; }

    internal string[] TeamKeys { get; private set; } = [];

    internal Scores Teams { get; private set; } = new();

    internal AttackRank.Finding Top { get; private set; } = null!;

    internal AttackRank.Finding Including { get; private set; } = null!;

    internal AttackConsent.Finding Agreed { get; private set; } = null!;

    internal (Scores Scores, string[] Focus) Agreeing { get; private set; }

    internal Scores Surprises { get; private set; } = null!;

    internal (int, int)? Tag { get; private set; }

    internal Judge Spoken { get; private set; } = null!;

    internal HrView View { get; private set; } = null!;

    internal Scores History { get; private set; } = null!;

    internal Scores Moves { get; private set; } = null!;

    internal Scores ScoreOrder { get; private set; } = null!;

    internal Scores BetweennessPlaces { get; private set; } = null!;

    internal Dictionary<string, double> Missing { get; private set; } = [];

    internal Scores Deficits { get; private set; } = null!;

    internal Dictionary<string, long> Hygiene { get; private set; } = [];

    internal Scores Identities { get; private set; } = null!;

    internal (Scores Scores, string[] Focus) Measures { get; private set; }

    internal (Scores Scores, string[] Focus) Exports { get; private set; }

    internal Scores AuditRanks { get; private set; } = null!;

    internal Dictionary<string, AttackKeys.Finding> Tried { get; } = [];

    internal string[] ExcludedKeys { get; private set; } = [];

    internal string[] GoneKeys { get; private set; } = [];

    internal List<string> Slips { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var company = attacked.Company;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        void Say(string what) => TestContext.Current.SendDiagnosticMessage(
            $"{what}: {clock.ElapsedMilliseconds} ms, {Budget!.Left} left");
        await using var api = new AttackedApi(company);
        Budget = api.Budget;
        ExcludedKeys = [.. company.Excluded.Select(company.KeyOf)];
        GoneKeys = [.. company.Gone.Concat(company.Erased).Select(company.KeyOf).Take(ExcludedKeys.Length)];
        await AsHrAsync(company, api);
        Say("AsHrAsync(company, api)");
        await AsLeadAsync(company, api);
        Say("AsLeadAsync(company, api)");
        await AsOfficerAsync(company, api);
        Say("AsOfficerAsync(company, api)");
        await TryKeysAsync(api);
        Say("TryKeysAsync(api)");
        Slips = await AttackOthers.RunAsync(api, company);
        Spoken = await AttackConsent.ByChangesAsync(await api.CallerAsync(Roles.HrRead), company, rounds: 16);
    }

    private async Task AsHrAsync(MadeCompany company, AttackedApi api)
    {
        var hr = await api.CallerAsync(Roles.HrRead);
        View = await HrView.ReadAsync(hr);
        Tag = AttackConsent.ByTag(View.Tag, View.Run);
        History = await AttackExclusion.ByHistoryAsync(hr, View, Judged.CardsMost);
        Moves = await AttackExclusion.ByMovesAsync(hr, View);
        ScoreOrder = AttackExclusion.ByScoreOrder(View);
        BetweennessPlaces = AttackExclusion.ByBetweennessPlaces(View);
        Missing = await AttackExclusion.CountAsync(hr, View);
        Deficits = await AttackExclusion.ByStaffListAsync(hr, company.Staff);
        Hygiene = await AttackHygiene.RunAsync(hr);
        Identities = await AttackStaffList.RunAsync(hr, company.Staff);
        Surprises = AttackStaffList.BySurprise(View);
        Measures = AttackMeasures.Run(View);
        // As in use: somebody reads the whole ranking in pages of 50, which the audit notes.
        for (var after = 0; after < View.Total; after += 50)
            await hr.GetAsync($"/v1/rankings/latest?top=50&after={after}");
    }

    private async Task AsLeadAsync(MadeCompany company, AttackedApi api)
    {
        Ties = await AttackTies.RunAsync(LeadAsync, company.Keys);
        Refusals = await AttackAttributes.ByRefusalsAsync(await LeadAsync(), company.Keys);
        Bounds = await AttackAttributes.ByBoundsAsync(LeadAsync, company.Keys);
        Verdicts = await AttackAttributes.ByVerdictAsync(await LeadAsync(), company.Keys);
        Coverage = await AttackAttributes.ByCoverageAsync(LeadAsync, company.Keys);
        Leaving = await AttackAttributes.ByLeavingAsync(LeadAsync);
        // Every manager whose team could be shown, and others.
        TeamKeys = [.. company.Keys.OrderByDescending(key => company[key].DirectReports).Take(TeamsTried)];
        Teams = await AttackAttributes.ByTeamAsync(await LeadAsync(), TeamKeys);
        Top = await AttackRank.RunAsync(LeadAsync, company.Keys);
        Including = await AttackRank.ByIncludingAsync(LeadAsync, company.Keys);
        // Half of those gone for agreed, so that both kinds are asked about.
        string[] mixed = [.. company.Nameable.Select(company.KeyOf).Take(20).Concat(
            company.Keys.Where(key => !company.Nameable.Contains(company[key].Number)).Take(20)).Order()];
        Agreeing = await AttackConsent.ByIncludingAsync(LeadAsync, mixed);
        Agreed = await AttackConsent.ByCohortsAsync(await LeadAsync(), await LeadAsync(), company.Keys);

        Task<Prober> LeadAsync() => api.CallerAsync(Roles.ProgramLead);
    }

    private async Task AsOfficerAsync(MadeCompany company, AttackedApi api)
    {
        var officer = await api.CallerAsync(Roles.Dpo);
        AuditRanks = await AttackExports.RanksAsync(officer, company.Keys);
        // Those of one department have the more ties to look for.
        Exports = await AttackExports.RunAsync(
            officer, [.. company.Keys.OrderByDescending(key => company[key].Department)], ExportsMost);
    }

    private async Task TryKeysAsync(AttackedApi api)
    {
        var (hr, lead) = (await api.CallerAsync(Roles.HrRead), await api.CallerAsync(Roles.ProgramLead));
        await TryAsync("card", key => hr.GetAsync($"/v1/people/{key}"), TimedRepeats);
        foreach (var list in new[] { "include", "exclude", "compare" })
            await TryAsync(list, key => lead.PostAsync("/v1/cohorts", new Dictionary<string, object>
            {
                ["size"] = 12, ["reach"] = "steps:1", [list] = new[] { key },
            }), 1);
        await TryAsync("leave", key => lead.PostAsync("/v1/what-if", new { leave = new[] { key } }), 1);
        await TryAsync("team", key => lead.PostAsync("/v1/cohorts", new
        {
            size = 12, reach = "steps:1", quotas = new[] { new { attribute = "team", value = key, max = 1 } },
        }), 1);

        async Task TryAsync(string what, Func<string, Task<Reply>> ask, int repeats) =>
            Tried[what] = await AttackKeys.RunAsync(ask, ExcludedKeys, GoneKeys, repeats);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
