using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>What a meeting adds to a tie.</summary>
public sealed class MeetingTests
{
    private static readonly WeighingOptions EveryPair = new() { DaysMin = 1, ReciprocalOnly = false };

    [Fact]
    public void A_meeting_counts_both_ways()
    {
        var index = new PersonIndex([new() { Id = new(1), Key = "a" }, new() { Id = new(2), Key = "b" }]);
        var meeting = MadeCompany.Mail(1, 2) with { Channel = Channel.Meeting };
        var weighed = TieStrength.Weigh(
            [meeting, meeting with { At = meeting.At.AddDays(-7) }],
            index, MadeCompany.Period, InfluenceOptions.Default.Weighing);
        var amount = Assert.Single(weighed.Amounts);
        Assert.Equal(2 * (Math.Pow(2, -10 / 30.0) + Math.Pow(2, -17 / 30.0)), amount, 1e-12);
        Assert.Equal(Math.Log(1 + amount), weighed.Ties[0].Strength, 1e-12);
    }

    [Theory]
    [InlineData(Channel.Meeting, 2)]
    [InlineData(Channel.Call, 2)]
    [InlineData(Channel.Mail, 1)]
    public void Meetings_and_calls_go_both_ways_in_the_plain_preset_too(Channel channel, int arcs)
    {
        var index = new PersonIndex([new() { Id = new(1), Key = "a" }, new() { Id = new(2), Key = "b" }]);
        var contact = MadeCompany.Mail(1, 2) with { Channel = channel };
        var weighed = TieStrength.Weigh([contact], index, MadeCompany.Period, InfluenceOptions.Plain.Weighing);
        Assert.Equal(arcs, weighed.Ties.Length);
        Assert.All(weighed.Ties, tie => Assert.Equal(1, tie.Strength));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(15, 0.5)]
    [InlineData(30, 1)]
    [InlineData(60, 2)]
    [InlineData(480, 16)]
    public void A_meeting_counts_by_its_half_hours_over_who_else_is_there(int minutes, double halfHours)
    {
        var options = EveryPair with { Rates = false, HalfLifeDays = null };
        var index = new PersonIndex([new() { Id = new(1), Key = "a" }, new() { Id = new(2), Key = "b" }]);
        var meeting = MadeCompany.Mail(1, 2) with { Channel = Channel.Meeting, Minutes = minutes, AudienceSize = 4 };
        Assert.Equal([2 * halfHours / 4], AmountsBy(options));
        Assert.Equal([2.0 / 4], AmountsBy(options with { MeetingUnitMinutes = null }));
        Assert.Equal(minutes == 0 ? [2.0 / 4] : [halfHours / 4], AmountsBy(options with { MeetingUnitMinutes = 60 }));

        double[] AmountsBy(WeighingOptions by) =>
            TieStrength.Weigh([meeting], index, MadeCompany.Period, by).Amounts;
    }

    /// <summary>Two weeks of a daily meeting, the second of them told by two sources.</summary>
    [Fact]
    public void A_series_counts_its_first_of_the_week_and_each_when_off()
    {
        var meetings = Enumerable.Range(0, 10).Select(day => MadeCompany.Mail(1, 2, 20 - day, eventId: 7 + day / 5)
            with { Channel = Channel.Meeting, Minutes = 15 }).ToArray();
        Interaction<PersonId>[] told =
            [.. meetings, .. meetings[5..], meetings[9] with { Source = new(2), Target = new(1) }];

        var clean = Clean(InfluenceOptions.Default);
        Assert.Equal([meetings[0], meetings[5], told[^1]], clean.Kept.OrderBy(i => i.At));
        Assert.Equal((12, 1), (CountOf("series"), CountOf("duplicate")));

        clean = Clean(InfluenceRules.Named("series").Off!(InfluenceOptions.Default));
        Assert.Equal(meetings.Length + 1, clean.Kept.Count);
        Assert.Equal((0, 5), (CountOf("series"), CountOf("duplicate")));

        clean = Clean(InfluenceRules.Named("duplicate").Off!(InfluenceOptions.Default));
        Assert.Equal((12, 0), (CountOf("series"), CountOf("duplicate")));

        HygieneResult Clean(InfluenceOptions options) => Hygiene.Clean(
            told, new([new() { Id = new(1), Key = "a" }, new() { Id = new(2), Key = "b" }]), MadeCompany.Period,
            options.Cleaning);

        long CountOf(string rule) => clean.Counts.Single(count => count.Rule == rule).Count;
    }
}
