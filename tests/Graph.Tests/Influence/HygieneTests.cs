using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public sealed class HygieneTests
{
    private static readonly Person[] People =
    [
        new() { Id = new(1), Key = "a" },
        new() { Id = new(2), Key = "b" },
        new() { Id = new(3), Key = "c", Leave = DateOnly.FromDateTime(MadeCompany.End) },
    ];

    public static TheoryData<string, Interaction<PersonId>> OneForEachRule => new()
    {
        { "outside-period", MadeCompany.Mail(1, 2, daysBeforeEnd: 0) },
        { "outside-period", MadeCompany.Mail(1, 2, daysBeforeEnd: 7 * MadeCompany.WeekCount + 0.001) },
        { "other-layer", MadeCompany.Mail(1, 2) with { Channel = Channel.Nomination } },
        { "nobody", MadeCompany.Mail(0, 2) },
        { "nobody", MadeCompany.Mail(1, 0) },
        { "left", MadeCompany.Mail(1, 3) },
        { "left", MadeCompany.Mail(77, 1) },
        { "self", MadeCompany.Mail(2, 2) },
        { "mass-mail", MadeCompany.Mail(1, 2) with { AudienceSize = 11 } },
        { "large-meeting", MadeCompany.Mail(1, 2) with { Channel = Channel.Meeting, AudienceSize = 30 } },
    };

    [Theory]
    [MemberData(nameof(OneForEachRule))]
    public void Hygiene_counts_what_a_rule_sets_aside(string rule, Interaction<PersonId> interaction)
    {
        var result = Clean([interaction, MadeCompany.Mail(1, 2)]);
        Assert.Equal([MadeCompany.Mail(1, 2)], result.Kept);
        Assert.Equal(rule, Assert.Single(result.Counts, count => count.Count > 0).Rule);
    }

    [Fact]
    public void Nominations_make_a_ranking_of_their_own()
    {
        var nomination = MadeCompany.Mail(1, 2) with { Channel = Channel.Nomination };
        var result = Hygiene.Clean(
            [MadeCompany.Mail(1, 2, eventId: 2), nomination], new(People), MadeCompany.Period,
            InfluenceOptions.Nominated.Cleaning);
        Assert.Equal([nomination], result.Kept);
        Assert.Equal(1, CountOf(result, "other-layer"));
    }

    [Fact]
    public void Hygiene_keeps_what_just_fits()
    {
        Interaction<PersonId>[] fitting =
        [
            MadeCompany.Mail(1, 2) with { AudienceSize = 10 },
            MadeCompany.Mail(1, 2, eventId: 2) with { Channel = Channel.Meeting, AudienceSize = 29 },
        ];
        Assert.Equal(fitting, Clean(fitting).Kept.ToArray());
    }

    [Fact]
    public void Copies_of_one_event_count_once_and_as_the_more_direct_role()
    {
        var mail = MadeCompany.Mail(1, 2);
        var result = Clean([mail with { Role = RecipientRole.Cc }, mail, mail]);
        Assert.Equal([mail], result.Kept);
        Assert.Equal(2, CountOf(result, "duplicate"));
    }

    [Fact]
    public void Copies_are_found_among_other_events_of_the_same_instant()
    {
        var (one, other) = (MadeCompany.Mail(1, 2), MadeCompany.Mail(1, 2, eventId: 2));
        var result = Clean([one, other, one, other]);
        Assert.Equal([one, other], result.Kept);
        Assert.Equal(2, CountOf(result, "duplicate"));
    }

    [Fact]
    public void A_pair_counts_three_times_a_day_and_channel_one_way()
    {
        // The first of a day at 30 days before the end, then every minute.
        var talk = Enumerable.Range(0, 10)
            .Select(minute => MadeCompany.Mail(1, 2, 30 - minute / 1440.0, eventId: minute))
            .ToArray();
        var back = Array.ConvertAll(talk, mail => mail with { Source = new(2), Target = new(1) });
        var chat = Array.ConvertAll(talk, mail => mail with { Channel = Channel.Chat });
        var nextDay = Array.ConvertAll(
            talk, mail => mail with { EventId = mail.EventId + 100, At = mail.At.AddDays(1) });

        var result = Clean([.. talk, .. back, .. chat, .. nextDay]);

        Assert.Equal(12, result.Kept.Count);
        Assert.Equal(28, CountOf(result, "pair-day-cap"));
        Assert.Contains(talk[0], result.Kept);
        Assert.DoesNotContain(talk[3], result.Kept);
    }

    [Fact]
    public void Nothing_is_dropped_uncounted_and_the_order_of_the_input_says_nothing()
    {
        var company = new MadeCompany(seed: 5);
        var people = new PersonIndex(company.People);
        var result = Hygiene.Clean(company.Interactions, people, MadeCompany.Period, new());
        Assert.Equal(company.Interactions.Length, result.Kept.Count + result.Counts.Sum(count => count.Count));

        new Random(1).Shuffle(company.Interactions);
        var shuffled = Hygiene.Clean(company.Interactions, people, MadeCompany.Period, new());
        Assert.Equal(result.Kept, shuffled.Kept);
        Assert.Equal(result.Counts, shuffled.Counts);

        Hygiene.Order(company.Interactions, people);
        var ordered = Hygiene.Clean(company.Interactions, people, MadeCompany.Period, new());
        Assert.Equal(result.Kept, ordered.Kept);
        Assert.Equal(result.Counts, ordered.Counts);
    }

    [Fact]
    public void Order_puts_the_pairs_of_the_graph_together_and_strangers_last()
    {
        Interaction<PersonId>[] mails =
        [
            MadeCompany.Mail(9, 8), MadeCompany.Mail(2, 3), MadeCompany.Mail(1, 2), MadeCompany.Mail(1, 9),
            MadeCompany.Mail(3, 2), MadeCompany.Mail(2, 1),
        ];
        Hygiene.Order(mails, new(People));
        Assert.Equal(
            [(1, 2), (2, 1), (2, 3), (3, 2)],
            mails[..4].Select(mail => (mail.Source.Value, mail.Target.Value)));
        Assert.All(mails[4..], mail => Assert.Equal(9, Math.Max(mail.Source.Value, mail.Target.Value)));
    }

    [Fact]
    public void The_plain_preset_sets_aside_no_audience_and_no_busy_day()
    {
        var company = new MadeCompany(seed: 6);
        var result = Hygiene.Clean(
            [.. company.Interactions, .. company.Broadcast(1, 99, 3)],
            new(company.People), MadeCompany.Period, InfluenceOptions.Plain.Cleaning);
        Assert.All(result.Counts, count => Assert.True(count.Count == 0 || count.Rule == "self", count.Rule));
    }

    private static HygieneResult Clean(Interaction<PersonId>[] interactions) =>
        Hygiene.Clean(interactions, new(People), MadeCompany.Period, InfluenceOptions.Default.Cleaning);

    private static long CountOf(HygieneResult result, string rule) =>
        Assert.Single(result.Counts, count => count.Rule == rule).Count;
}
