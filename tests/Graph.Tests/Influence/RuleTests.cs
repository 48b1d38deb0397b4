using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>Rules that weigh: what one pair's tie is with the rule, and without it.</summary>
public sealed class RuleTests
{
    private static readonly Interaction<PersonId> Old = MadeCompany.Mail(1, 2, daysBeforeEnd: 40, eventId: 1);
    private static readonly Interaction<PersonId> New = MadeCompany.Mail(2, 1, daysBeforeEnd: 20, eventId: 2);

    /// <summary>The decayed sum of a mail each way, forty and twenty days ago.</summary>
    private static readonly double There = Math.Pow(0.5, 40 / 30.0), Back = Math.Pow(0.5, 20 / 30.0);

    public static TheoryData<string, Interaction<PersonId>, double, double> Weighed => new()
    {
        { "dilution", Old with { AudienceSize = 4 }, There / 4, There },
        { "roles", Old with { Role = RecipientRole.Cc }, There / 2, There },
        { "channels", Old with { Channel = Channel.Reaction }, There / 10, There },
        { "meeting-minutes", Old with { Minutes = 15, Channel = Channel.Meeting }, There, 2 * There },
    };

    [Theory]
    [MemberData(nameof(Weighed))]
    public void A_rule_that_weighs_does_so_and_not_when_off(
        string rule, Interaction<PersonId> old, double with, double without)
    {
        var weighed = Weigh([old, New], Summing);
        Assert.Equal(with + Back, Assert.Single(weighed.Amounts), 1e-12);
        Assert.Equal((1, 2), CountOf(weighed, rule));
        Assert.Equal(without + Back, Assert.Single(Weigh([old, New], Off(rule, Summing)).Amounts), 1e-12);
    }

    [Fact]
    public void Recency_halves_after_a_half_life_and_not_when_off()
    {
        Assert.Equal((1, 2), CountOf(Weigh([Old, New], Summing), "recency"));
        Assert.Equal(2, Assert.Single(Weigh([Old, New], Off("recency", Summing)).Amounts), 1e-12);
    }

    [Fact]
    public void Balance_weakens_a_one_sided_tie_and_not_when_off()
    {
        var balance = 0.5 + 0.5 * (2 * Math.Min(There, Back) / (There + Back));
        Assert.Equal(
            Math.Log(1 + There + Back) * balance, Assert.Single(Weigh([Old, New], Summing).Ties).Strength, 1e-12);
        Assert.Equal(
            Math.Log(1 + There + Back),
            Assert.Single(Weigh([Old, New], Off("balance", Summing)).Ties).Strength, 1e-12);
    }

    [Fact]
    public void Rates_raise_what_somebody_who_came_late_did_and_not_when_off()
    {
        var start = DateOnly.FromDateTime(MadeCompany.Period.From).AddDays(70);
        Assert.True(Assert.Single(Weigh([Old, New], Summing, start).Amounts) > There + Back);
        Assert.Equal(There + Back, Assert.Single(Weigh([Old, New], Off("rates", Summing), start).Amounts), 1e-12);
    }

    /// <summary>Four weeks to the answer are in time, a day more is not, but for days of absence.</summary>
    [Theory]
    [InlineData(28, 0, true)]
    [InlineData(29, 0, false)]
    [InlineData(60, 31, false)]
    [InlineData(60, 32, true)]
    public void An_answer_counts_within_28_days_of_presence(int days, int absentDays, bool isTie)
    {
        Interaction<PersonId>[] mails = [MadeCompany.Mail(1, 2, 5 + days, eventId: 1), MadeCompany.Mail(
            2, 1, 5, eventId: 2)];
        var absentFrom = absentDays > 0 ? DateOnly.FromDateTime(MadeCompany.End).AddDays(-50) : (DateOnly?)null;
        var once = new WeighingOptions { DaysEachWay = 1 };
        var weighed = Weigh(
            mails, InfluenceOptions.Default with { Weighing = once }, absentFrom: absentFrom,
            absentTo: absentFrom?.AddDays(absentDays));
        Assert.Equal(isTie ? 1 : 0, weighed.Ties.Length);
        Assert.Equal(isTie ? 0 : 1, CountOf(weighed, "one-way").Item1);
        Assert.Single(Weigh(mails, Off("one-way")).Ties);
        Assert.Single(Weigh(
            mails, InfluenceOptions.Default with { Weighing = once with { ReciprocityDays = null } }).Ties);
    }

    [Theory]
    [InlineData(2, 2, RecipientRole.To, true)]
    [InlineData(2, 1, RecipientRole.To, false)]
    [InlineData(2, 2, RecipientRole.Cc, false)]
    public void A_tie_needs_each_to_address_the_other_on_two_days(
        int daysThere, int daysBack, RecipientRole roleBack, bool isTie)
    {
        // An old mail makes the data long enough to ask for all of it.
        Interaction<PersonId>[] mails =
        [
            MadeCompany.Mail(1, 2, 100, eventId: 90),
            .. Enumerable.Range(0, daysThere).Select(day => MadeCompany.Mail(1, 2, 10 + day, eventId: day)),
            .. Enumerable.Range(0, daysBack).Select(day =>
                MadeCompany.Mail(2, 1, 12 + day, eventId: 50 + day) with { Role = roleBack }),
        ];
        Assert.Equal(isTie ? 1 : 0, Weigh(mails).Ties.Length);
        Assert.Single(Weigh(mails, Off("one-way")).Ties);
    }

    [Fact]
    public void The_same_event_from_a_second_source_counts_once_though_its_clock_differs()
    {
        var people = new PersonIndex(new MadeCompany(seed: 1).People);
        Interaction<PersonId>[] told = [New, New with { At = New.At.AddMinutes(3) }, New with { At = New.At.AddDays(
            1) }];
        Assert.Equal([told[0]], Hygiene.Clean(told, people, MadeCompany.Period, new()).Kept);
        Assert.Equal(3, Hygiene.Clean(told, people, MadeCompany.Period, Off("duplicate").Cleaning).Kept.Count);
    }

    [Theory]
    [InlineData(5, 20, null, "few-weeks")]
    [InlineData(6, 20, 1, null)]
    [InlineData(5, 5, 1, null)]
    public void Who_is_seen_in_too_few_weeks_is_not_measurable_where_the_data_is_longer(
        int weeks, int dataWeeks, int? rank, string? notMeasurable)
    {
        var (one, two) = (Weekly(1, 2, weeks), Weekly(3, 4, dataWeeks));
        var people = Enumerable.Range(1, 4).Select(id => new Person { Id = new(id), Key = $"{id}" }).ToArray();
        var ranking = MadeCompany.Ranked(people, [.. one, .. two]);
        var first = ranking.People.Single(person => person.PersonId.Value == 1);
        Assert.Equal(notMeasurable, first.NotMeasurable);
        Assert.Equal(rank is null, first.Rank is null);
        Assert.Equal(
            notMeasurable is null ? 0 : 2,
            ranking.Unmeasured.Single(count => count.Rule == "few-weeks").Count);
        Assert.NotNull(
            MadeCompany.Rank(people, [.. one, .. two], Off("few-weeks")).Single(p => p.PersonId.Value == 1).Rank);
    }

    [Fact]
    public void Who_is_hardly_seen_is_not_measurable_and_stands_after_all_ranks_without_one()
    {
        var company = new MadeCompany(seed: 14);
        var ranking = MadeCompany.Rank(
            [.. company.People, new() { Id = new(500), Key = "0000" }],
            [.. company.Interactions, .. Weekly(500, 1, 2)]);
        Assert.Equal(
            (500, null, "few-events"), (ranking[^1].PersonId.Value, ranking[^1].Rank, ranking[^1].NotMeasurable));
        Assert.All(ranking.SkipLast(1), person => Assert.Equal(person.Rank is null, person.NotMeasurable is not null));
    }

    /// <summary>Two mails each way, week after week back from the end.</summary>
    private static IEnumerable<Interaction<PersonId>> Weekly(int a, int b, int weeks) =>
        from week in Enumerable.Range(0, weeks)
        from i in Enumerable.Range(0, 4)
        select MadeCompany.Mail(
            i % 2 == 0 ? a : b, i % 2 == 0 ? b : a, 7 * week + 1 + i / 10.0, eventId: 100_000L * a + 10 * week + i);

    /// <summary>Both directions count, whichever is smaller, so that what one interaction adds is seen.</summary>
    private static readonly InfluenceOptions Summing =
        InfluenceOptions.Default with { Weighing = new() { ReciprocalOnly = false } };

    private static InfluenceOptions Off(string rule, InfluenceOptions? options = null) =>
        InfluenceRules.Named(rule).Off!(options ?? InfluenceOptions.Default);

    private static TieStrengthResult Weigh(
        Interaction<PersonId>[] interactions, InfluenceOptions? options = null, DateOnly? start = null,
        DateOnly? absentFrom = null, DateOnly? absentTo = null)
    {
        var people = new PersonIndex(
        [
            new() { Id = new(1), Key = "a" },
            new() { Id = new(2), Key = "b", Start = start, AbsentFrom = absentFrom, AbsentTo = absentTo },
        ]);
        return TieStrength.Weigh(
            interactions, people, MadeCompany.Period, (options ?? InfluenceOptions.Default).Weighing);
    }

    private static (long, int) CountOf(TieStrengthResult weighed, string rule) =>
        weighed.Counts.Where(count => count.Rule == rule).Select(count => (count.Count, count.PersonCount)).Single();
}
