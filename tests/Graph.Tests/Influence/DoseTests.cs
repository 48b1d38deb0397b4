using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Planted;

namespace InfluencerMap.Graph.Tests;

/// <summary>Nobody gains a place by writing more, and part time costs nobody one.</summary>
public sealed class DoseTests
{
    private const int DrawCount = 20;
    private const int LargestGain = 5;

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void Unanswered_mail_to_nine_people_each_lifts_nobody(int mails) =>
        HoldsNobodyGains((company, sender, seed) => Behaviour.Mails(company, sender, mails, 9, seed));

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void Mail_that_is_answered_once_in_a_while_lifts_nobody(int mails) =>
        HoldsNobodyGains((company, sender, seed) =>
            Behaviour.Mails(company, sender, mails, 9, seed, answeredShare: 0.12), gainersMax: 1);

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    public void Copies_to_nine_people_each_lift_nobody(int mails) =>
        HoldsNobodyGains((company, sender, seed) =>
            Behaviour.Mails(company, sender, mails, 9, seed, RecipientRole.Cc));

    [Fact]
    public void Broadcasts_lift_nobody() =>
        HoldsNobodyGains((company, sender, seed) => Behaviour.Mails(company, sender, 600, 50, seed));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Part_time_costs_nobody_a_place(int daysAWeek)
    {
        var (full, part) = (new List<double>(), new List<double>());
        for (var seed = 1; seed <= 10; seed++)
        {
            var company = new PlantedCompany(new() { Seed = seed });
            var people = company.All(Part.Bridge).Take(12).ToHashSet();
            var mails = company.Draw();
            full.AddRange(PlacesOf(company, mails, people));
            part.AddRange(PlacesOf(company, [.. Behaviour.PartTime(mails, people, daysAWeek)], people));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"full time {Median(full)}, part time {Median(part)}");
        Assert.InRange(Median(part), 0, Median(full) + 10);
    }

    /// <summary>20 draws: four companies, five senders from the middle of the ranking.</summary>
    /// <param name="dose">What the sender does on top.</param>
    /// <param name="gainersMax">
    /// Draws that may gain more: an answer from somebody who is a contact anyway is one more mail of theirs.
    /// </param>
    private static void HoldsNobodyGains(
        Func<PlantedCompany, PersonId, int, IEnumerable<Interaction<PersonId>>> dose, int gainersMax = 0)
    {
        var (without, with) = (new List<double>(), new List<double>());
        for (var draw = 0; draw < DrawCount; draw += 5)
        {
            var company = new PlantedCompany(new() { Seed = draw + 1 });
            var mails = company.Draw();
            var ranked = Rank(company, mails).People.Where(person => person.Rank is not null).ToArray();
            for (var sender = 0; sender < 5; sender++)
            {
                var id = ranked[ranked.Length * (sender + 4) / 10].PersonId;
                without.Add(PlaceOf(ranked, id));
                with.Add(PlaceOf(
                    Rank(company, [.. mails, .. dose(company, id, 100 * draw + sender)]).People, id));
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(
            ", ", without.Zip(with, (before, after) => $"{before}→{after}")));
        Assert.True(Median(with) >= Median(without), $"{Median(without)} → {Median(with)}");
        var gains = without.Zip(with, (before, after) => before - after).ToArray();
        Assert.InRange(gains.Count(gain => gain > LargestGain), 0, gainersMax);
        Assert.InRange(gains.Max(), double.MinValue, 2 * LargestGain);
    }

    private static IEnumerable<double> PlacesOf(
        PlantedCompany company, Interaction<PersonId>[] mails, IReadOnlySet<PersonId> people) =>
        Rank(company, mails).People.Where(person => people.Contains(person.PersonId))
            .Select(person => person.Rank ?? company.People.Count + 0.0);

    private static Ranking Rank(PlantedCompany company, Interaction<PersonId>[] mails) =>
        new InfluenceModel(
            PersonIndex.AtEndOf(company.Period, company.People), company.Period, InfluenceOptions.Default)
            .Rank(mails, cancellation: TestContext.Current.CancellationToken);

    private static double PlaceOf(IEnumerable<RankedPerson> ranking, PersonId id) =>
        ranking.First(person => person.PersonId == id).Rank ?? double.NaN;

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
