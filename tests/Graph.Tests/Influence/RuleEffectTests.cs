using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public sealed class RuleEffectTests
{
    private const int Loud = 500;

    /// <summary>
    /// Mail to all twice a week, which everybody answers: without the rule a star that all paths lead through.
    /// </summary>
    [Fact]
    public void A_mass_mailer_is_out_of_the_first_20_exactly_while_the_rule_is_on()
    {
        var (people, interactions) = WithMassMailer();
        var effect = Assert.Single(
            EffectsOf(MadeCompany.Ranked(people, interactions)), effect => effect.Rule == "mass-mail");
        var loud = Assert.Single(effect.Moves, move => move.PersonId.Value == Loud);
        Assert.False(loud.With <= RuleEffects.TopCount);
        Assert.Equal(1, loud.Without);
        Assert.True(effect.ChangedCount >= 1);

        var off = InfluenceRules.Named("mass-mail").Off!(InfluenceOptions.Default);
        Assert.DoesNotContain(
            EffectsOf(MadeCompany.Ranked(people, interactions, off)), effect => effect.Rule == "mass-mail");
    }

    [Fact]
    public void Effects_are_those_of_ranking_once_more_without_the_rule()
    {
        var company = new MadeCompany(seed: 31, personCount: 80);
        var ranked = MadeCompany.Ranked(company.People, company.Interactions, threads: 2);
        var effects = EffectsOf(ranked);

        Assert.Equal(
            InfluenceRules.All.Where(rule => rule is { Off: not null, Stage: not RuleStage.Collection })
                .Select(rule => rule.Name),
            effects.Select(effect => effect.Rule));
        Assert.Contains(effects, effect => effect.ChangedCount > 0);
        foreach (var effect in effects)
        {
            var off = InfluenceRules.Named(effect.Rule).Off!(InfluenceOptions.Default);
            var with = Top(ranked.People);
            var without = Top(MadeCompany.Rank(company.People, company.Interactions, off));
            Assert.Equal(with.Except(without).Count(), effect.ChangedCount);
            Assert.Equal(
                with.Union(without).Where(id => with.IndexOf(id) != without.IndexOf(id)).Order(),
                effect.Moves.Select(move => move.PersonId).Order());
            Assert.All(effect.Moves.Where(move => move.With <= 20), move =>
                Assert.Equal(with.IndexOf(new(move.PersonId.Value)) + 1, move.With));
            Assert.All(effect.Moves.Where(move => move.Without <= 20), move =>
                Assert.Equal(without.IndexOf(new(move.PersonId.Value)) + 1, move.Without));
        }
    }

    [Fact]
    public void The_largest_move_is_among_people_ranked_both_times()
    {
        RankedPerson[] ranking = [Place(1, 1), Place(2, 2), Place(3, 30), Place(4, 40), Place(5, null)];
        RankedPerson[] without = [Place(4, 1), Place(1, 3), Place(3, 90), Place(2, null), Place(5, 20)];
        var effect = RuleEffects.Compare("rule", ranking, without);
        Assert.Equal((1, 39), (effect.ChangedCount, effect.LargestMove));
        Assert.Equal(
            [new(new(1), 1, 3), new(new(2), 2, null), new(new(4), 40, 1), new(new(5), null, 20)], effect.Moves);
    }

    [Fact]
    public void Sizes_alone_decide_whether_effects_are_told()
    {
        var company = new MadeCompany(seed: 32, personCount: 40);
        var ranked = MadeCompany.Ranked(company.People, company.Interactions);
        Assert.Empty(EffectsOf(ranked, workMax: -1));
        var all = EffectsOf(ranked).Select(Text).ToArray();
        Assert.Equal(all, EffectsOf(
            ranked with { Model = ranked.Model with { Threads = 3 } }, workMax: double.PositiveInfinity).Select(Text));
        // Nothing but the work of counting places again.
        Assert.Equal(["few-events", "few-weeks"], EffectsOf(ranked, workMax: 1000).Select(effect => effect.Rule));
        // Enough to weigh without each rule, and to rank the graph as it is once, not the denser without the backbone.
        var graphWork = (double)ranked.Network.Graph.NodeCount * ranked.Network.Graph.ArcCount;
        var weighedCount = RuleEffects.RulesOf(ranked.Model.Options).Count(rule => rule.Stage != RuleStage.Ranking);
        var weighing = weighedCount * RuleEffects.InteractionWork * ranked.Interactions.Count;
        var some = EffectsOf(ranked, workMax: weighing + graphWork);
        Assert.DoesNotContain(some, effect => effect.Rule == "backbone");
        Assert.Contains(some, effect => effect.Rule == "bots");
        Assert.Subset(all.ToHashSet(), some.Select(Text).ToHashSet());
    }

    [Fact]
    public void The_order_of_the_interactions_says_nothing()
    {
        var company = new MadeCompany(seed: 33, personCount: 60);
        Interaction<PersonId>[] all = [.. company.Interactions, MadeCompany.Mail(1, 999), MadeCompany.Mail(998, 999)];
        var ranked = MadeCompany.Ranked(company.People, all);
        var effects = EffectsOf(ranked).Select(Text).ToArray();
        new Random(1).Shuffle(all);
        Assert.Equal(effects, EffectsOf(ranked).Select(Text));
        Hygiene.Order(all, ranked.Model.People);
        Assert.Equal(effects, EffectsOf(ranked).Select(Text));
    }

    private static IReadOnlyList<RuleEffect> EffectsOf(
        Ranking ranked, double workMax = RuleEffects.WorkMax) =>
        RuleEffects.Of(ranked, workMax, cancellation: TestContext.Current.CancellationToken);

    private static string Text(RuleEffect effect) => $"{effect}: {string.Join(' ', effect.Moves)}"
        .Replace(effect.Moves.ToString()!, "", StringComparison.Ordinal);

    private static List<PersonId> Top(IEnumerable<RankedPerson> ranking) =>
        [.. ranking.Where(person => person.Rank <= RuleEffects.TopCount).Select(person => person.PersonId)];

    private static (Person[] People, Interaction<PersonId>[] Interactions) WithMassMailer()
    {
        var company = new MadeCompany(seed: 30);
        var mails = from week in Enumerable.Range(0, MadeCompany.WeekCount)
                    from day in Enumerable.Range(0, 7)
                    from mail in company.Broadcast(Loud, -(10 * week + day), 7 * week + day + 0.5)
                    select mail;
        var answers = from mail in mails
                      select MadeCompany.Mail(mail.Target.Value, Loud) with
                      {
                          EventId = mail.EventId * 1000 - mail.Target.Value,
                          At = mail.At.AddHours(1),
                      };
        return ([.. company.People, new() { Id = new(Loud), Key = "loud" }],
            [.. company.Interactions, .. mails, .. answers]);
    }

    private static RankedPerson Place(int id, int? rank) => new()
    {
        PersonId = new(id), Rank = rank, Score = 0, BetweennessShare = 0, ReachShare = 0, PageRankShare = 0,
        Betweenness = 0, BetweennessPercentile = 0, ReachTwoSteps = 0, ReachTwoStepsShare = 0, HarmonicCloseness = 0,
        PageRank = 0, Degree = 0, Strength = 0, Level = 1, DirectReports = 0, ChartPlace = 1,
    };
}
