using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

public sealed class BotTests
{
    private const int Robot = 500;

    /// <summary>Fifty a day at all hours, and nobody answers; then one limit after the other not reached.</summary>
    [Theory]
    [InlineData(50, 24, 0, true)]
    [InlineData(50, 20, 0, true)]
    [InlineData(49, 24, 0, false)]
    [InlineData(50, 19, 0, false)]
    [InlineData(50, 24, 9, true)]
    [InlineData(50, 24, 10, false)]
    public void An_account_beyond_all_limits_is_taken_for_a_program(int perDay, int hours, int replies, bool isBot)
    {
        var result = Clean([.. Sent(perDay, hours, dayCount: 10), .. Answers(replies)]);
        Assert.Equal(isBot ? 10 * perDay + replies : 0, CountOf(result));
        Assert.Equal(isBot, result.Kept.All(kept => kept.Source.Value != Robot && kept.Target.Value != Robot));
    }

    /// <summary>One mail a day to each of 59 people at once is 10 events, not 590.</summary>
    [Fact]
    public void Mail_to_many_is_one_event_of_its_sender()
    {
        var mails = Sent(59, 24, dayCount: 10)
            .Select(mail => mail with { EventId = mail.At.DayOfYear, AudienceSize = 59 }).ToArray();
        Assert.Equal(0, CountOf(Clean(mails, new CleaningOptions { AudienceMax = 100 })));
    }

    [Fact]
    public void Limits_can_be_changed_and_the_rule_turned_off()
    {
        var sent = Sent(30, 24, dayCount: 10).ToArray();
        Assert.Equal(300, CountOf(Clean(sent, new CleaningOptions { Bots = new() { PerDayMin = 30 } })));
        Assert.Equal(0, CountOf(Clean(
            Sent(50, 24, dayCount: 10), InfluenceRules.Named("bots").Off!(InfluenceOptions.Default).Cleaning)));
    }

    [Fact]
    public void A_program_has_no_rank()
    {
        var company = new MadeCompany(seed: 21);
        var ranking = MadeCompany.Rank(
            [.. company.People, new() { Id = new(Robot), Key = "robot" }],
            [.. company.Interactions, .. Sent(60, 24, dayCount: 100)]);
        var robot = ranking.Single(person => person.PersonId.Value == Robot);
        Assert.Equal((null, "few-events"), (robot.Rank, robot.NotMeasurable));
    }

    private static IEnumerable<Interaction<PersonId>> Sent(int perDay, int hours, int dayCount) =>
        from day in Enumerable.Range(1, dayCount)
        from i in Enumerable.Range(0, perDay)
        select new Interaction<PersonId>(
            -(1000L * day + i), MadeCompany.End.AddDays(-day).AddHours(i % hours), new(Robot), new(i % 59 + 1),
            Channel.Chat,
            RecipientRole.To, 1);

    private static IEnumerable<Interaction<PersonId>> Answers(int count) =>
        Enumerable.Range(0, count).Select(i => MadeCompany.Mail(i + 1, Robot, 3, eventId: 77_000 + i));

    private static HygieneResult Clean(
        IEnumerable<Interaction<PersonId>> interactions, CleaningOptions? options = null) =>
        Hygiene.Clean(
            [.. interactions],
            new([.. new MadeCompany(seed: 1).People, new() { Id = new(Robot), Key = "robot" }]),
            MadeCompany.Period,
            options ?? new() { PerPairDayMax = int.MaxValue });

    private static long CountOf(HygieneResult result) =>
        Assert.Single(result.Counts, count => count.Rule == "bots").Count;
}
