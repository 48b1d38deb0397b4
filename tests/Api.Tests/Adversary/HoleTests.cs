using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// What the adversary would find if a mend were taken back: with each hole of version 0.1.0 open again it recovers at
/// least nine tenths of what that hole gave. The same code attacks the product in <see cref="AdversaryTests"/>.
/// </summary>
[Collection(Attacked.Name)]
public sealed class HoleTests(Attacked attacked)
{
    private const double Nearly = 0.9;

    private MadeCompany Company => attacked.Company;

    [Fact]
    public async Task Ties_come_out_where_a_cohort_names_whom_it_does_not_reach()
    {
        await using var api = new AttackedApi(Company, Hole.Ties(Company));

        var (scores, focus) = await AttackTies.RunAsync(
            () => api.CallerAsync(Roles.ProgramLead), Company.Keys);

        Assert.InRange(Questions.Ties(Company, focus, scores).Recovered, Nearly, 1);
    }

    [Fact]
    public async Task Attributes_managers_and_withheld_groups_come_out_where_refusals_count()
    {
        await using var api = new AttackedApi(Company, Hole.Refusals(Company));

        var found = await AttackAttributes.ByRefusalsAsync(
            await api.CallerAsync(Roles.ProgramLead), Company.Keys);

        Assert.InRange(Judged.Departments(Company, found).Recovered, Nearly, 1);
        Assert.InRange(Judged.Teams(Company, found).Recovered, Nearly, 1);
        Assert.InRange(Judged.WithheldKnown(Company, found), Nearly, 1);
    }

    [Fact]
    public async Task Ranks_come_out_where_the_top_may_leave()
    {
        await using var api = new AttackedApi(Company, Hole.TopLeaves(Company));

        var found = await AttackRank.RunAsync(() => api.CallerAsync(Roles.ProgramLead), Company.Keys);

        Assert.InRange(found.Targets.Length, 50, 60);
        Assert.InRange(Questions.Ranks(Company, found.Targets, found.Scores).Recovered, Nearly, 1);
    }

    [Fact]
    public async Task Places_of_excluded_people_come_out_where_a_history_counts_them()
    {
        await using var api = new AttackedApi(Company, Hole.History(Company));
        var hr = await api.CallerAsync(Roles.HrRead);
        var view = await HrView.ReadAsync(hr);

        var scores = await AttackExclusion.ByHistoryAsync(hr, view, Judged.CardsMost);

        Assert.InRange(Judged.Gaps(Company, view, scores).Recovered, Nearly, 1);
    }

    [Fact]
    public async Task Places_of_excluded_people_come_out_where_moves_count_them()
    {
        await using var api = new AttackedApi(Company, Hole.Moves(Company));
        var hr = await api.CallerAsync(Roles.HrRead);
        var view = await HrView.ReadAsync(hr);

        var scores = await AttackExclusion.ByMovesAsync(hr, view);

        Assert.InRange(Judged.Gaps(Company, view, scores, top: 20).Recovered, Nearly, 1);
    }

    [Fact]
    public async Task Numbers_of_acts_and_erasures_come_out_where_tags_have_no_key()
    {
        await using var api = new AttackedApi(Company, Hole.Tag(Company));
        var hr = await api.CallerAsync(Roles.HrRead);
        var view = await HrView.ReadAsync(hr);

        Assert.Equal((Company.ActCount, Company.Erased.Count), AttackConsent.ByTag(view.Tag, view.Run));
        Assert.InRange((await AttackConsent.ByChangesAsync(hr, Company, rounds: 16)).Recovered, Nearly, 1);
    }

    [Fact]
    public async Task Who_agreed_comes_out_where_cohorts_are_counted_from_them()
    {
        await using var api = new AttackedApi(Company, Hole.Consent(Company));

        var found = await AttackConsent.ByCohortsAsync(
            await api.CallerAsync(Roles.ProgramLead), await api.CallerAsync(Roles.ProgramLead),
            Company.Keys);

        Assert.Equal(Company.Nameable.Count, found.Count);
        Assert.InRange(Judged.Agreed(Company, found).Recovered, Nearly, 1);
    }

    [Fact]
    public async Task What_rules_touched_of_few_people_comes_out_where_it_is_told()
    {
        await using var api = new AttackedApi(Company, Hole.Hygiene());

        var found = await AttackHygiene.RunAsync(await api.CallerAsync(Roles.HrRead));

        Assert.InRange(AttackHygiene.Judge(found).Recovered, Nearly, 1);
    }
}

/// <summary>One company for all attacks on it.</summary>
[CollectionDefinition(Attacked.Name)]
public sealed class OneAttacked : ICollectionFixture<Attacked>;

/// <summary>The company that is attacked.</summary>
public sealed class Attacked : IAsyncLifetime
{
    public const string Name = "attacked";

    internal MadeCompany Company { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Company = await MadeCompany.MakeAsync();

    public ValueTask DisposeAsync() => Company.DisposeAsync();
}
