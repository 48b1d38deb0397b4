using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>Person 2 sends for person 1; person 3 is written to.</summary>
public sealed class DelegateTests
{
    private static readonly Person[] People =
        [.. Enumerable.Range(1, 3).Select(id => new Person { Id = new(id), Key = $"{id}" })];

    private static readonly InfluenceOptions Shared =
        InfluenceOptions.Default with { Weighing = new() { DelegateShare = 0.5 } };

    [Fact]
    public void What_a_delegate_sends_is_the_principals_and_counted()
    {
        var mail = MadeCompany.Mail(1, 3);
        var result = Clean([mail, mail.SentBy(new(2))], InfluenceOptions.Default);
        Assert.Equal([mail], result.Kept);
        Assert.Equal((1, 2), Count(result, "delegates"));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.25)]
    public void A_share_goes_to_the_delegate_and_nothing_is_lost(double share)
    {
        var options = InfluenceOptions.Default with
        {
            Weighing = new()
            {
                DelegateShare = share, ReciprocalOnly = false, DaysMin = 1, Rates = false, HalfLifeDays = null,
            },
        };
        var mail = MadeCompany.Mail(1, 3);
        var weighed = TieStrength.Weigh(
            Clean([mail.SentBy(new(2)), mail], options).Kept, new(People), MadeCompany.Period, options.Weighing);
        Assert.Equal([1 - share, share], weighed.Amounts);
    }

    [Fact]
    public void Mail_that_the_principal_sent_alone_is_not_shared()
    {
        var (alone, sent) = (MadeCompany.Mail(1, 3), MadeCompany.Mail(1, 3, daysBeforeEnd: 9, eventId: 2));
        var kept = Clean([alone, sent, sent.SentBy(new(2))], Shared).Kept;
        Assert.Equal(3, kept.Count);
        Assert.Contains(alone, kept);
        Assert.Contains(sent with { Source = new(2), Part = CreditPart.Delegate }, kept);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    public void A_pair_is_flagged_above_thirty_percent_of_the_principals_mail(int sentCount, int pairs)
    {
        var mails = Enumerable.Range(1, 10).Select(i => MadeCompany.Mail(1, 3, daysBeforeEnd: i, eventId: i)).ToArray();
        var result = Clean([.. mails, .. mails.Take(sentCount).Select(mail => mail.SentBy(new(2)))], Shared);
        Assert.Equal((pairs, 2 * pairs), Count(result, "delegated-pairs"));
    }

    [Fact]
    public void Sharing_does_not_depend_on_the_order_of_the_input()
    {
        var mails = Enumerable.Range(1, 20).Select(i => MadeCompany.Mail(1 + i % 2, 3, i, eventId: i)).ToArray();
        Interaction<PersonId>[] all = [.. mails, .. mails.Take(9).Select(
            mail => mail.SentBy(new(mail.Source.Value == 1 ? 2 : 1)))];
        var once = Clean(all, Shared);
        new Random(7).Shuffle(all);
        Assert.Equal(once.Kept, Clean(all, Shared).Kept);
    }

    private static HygieneResult Clean(Interaction<PersonId>[] interactions, InfluenceOptions options) =>
        MadeCompany.Model(People, options).Clean(interactions);

    private static (long, int) Count(HygieneResult result, string rule) =>
        result.Counts.Where(count => count.Rule == rule).Select(count => (count.Count, count.PersonCount)).Single();
}
