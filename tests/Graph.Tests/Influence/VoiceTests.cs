using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>Whether a family is seen, heard for its size among those seen, and given its seats.</summary>
public sealed class VoiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Voices_weighted_by_share_of_the_measurable_have_the_mean_one()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            double[][] families = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
                Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.NextDouble()).ToArray())];
            double[] all = [.. families.SelectMany(scores => scores)];

            var mean = families.Sum(scores => (double)scores.Length / all.Length
                * Voice.Of(scores.Sum(), all.Sum(), scores.Length, all.Length)!.Value);

            Assert.Equal(1, mean, 1e-12);
        }
    }

    [Fact]
    public void People_who_are_not_measurable_make_a_family_unseen_and_not_unheard()
    {
        double[] seen = [.. Enumerable.Repeat(0.5, 45)];
        double[] operators = [.. Enumerable.Repeat(0.5, 5)];
        double[] all = [.. seen, .. operators];

        var unseen = GroupVoice.Of(55, operators, all, new("jobFamily", "Operators", 0.9, 1.1), mayBeShown: true);
        var heard = GroupVoice.Of(50, seen, all, new("jobFamily", "Office", 0.9, 1.1), mayBeShown: true);

        Assert.Equal((VoiceReading.NotSeen, null, null), (unseen.Reading, unseen.Voice, unseen.Low));
        Assert.Equal(1.0 / 11, unseen.Seen, 1e-12);
        Assert.Equal((VoiceReading.AsLarge, 1.0), (heard.Reading, heard.Voice!.Value));
        // Of a cohort of 20, 5 people of whom are operators; the fair share of 55 in 392 people is 2.8.
        Assert.Equal([2, -2], Voice.Seats([5, 15], [55, 337]));
    }

    [Theory]
    [InlineData(0.70, 0.95, VoiceReading.HeardLess)]
    [InlineData(0.70, 1.01, VoiceReading.AsLarge)]
    public void More_or_less_is_only_said_where_the_interval_leaves_one(double low, double high, VoiceReading reading)
    {
        double[] scores = [.. Enumerable.Repeat(0.4, 20)];
        double[] all = [.. scores, .. Enumerable.Repeat(0.6, 20)];

        var voice = GroupVoice.Of(20, scores, all, new("site", "North", low, high), mayBeShown: true);

        Assert.Equal(reading, voice.Reading);
        Assert.Equal(0.8, voice.Voice!.Value, 1e-12);
    }

    [Fact]
    public void Without_an_interval_nobody_is_said_to_be_heard_more_or_less()
    {
        double[] scores = [.. Enumerable.Repeat(0.1, 20)];
        double[] all = [.. scores, .. Enumerable.Repeat(0.9, 20)];

        var bare = GroupVoice.Of(20, scores, all, null, mayBeShown: true);
        var withheld = GroupVoice.Of(20, scores, all, new("site", "North", 0.1, 0.3), mayBeShown: false);

        Assert.Equal((VoiceReading.NoInterval, null, null), (bare.Reading, bare.Low, bare.High));
        Assert.Equal(0.2, bare.Voice!.Value, 1e-12);
        Assert.Equal((VoiceReading.Withheld, null, null), (withheld.Reading, withheld.Voice, withheld.Low));
    }

    [Theory]
    [InlineData(9, 9, 0.1, false)]
    [InlineData(10, 10, 0.1, true)]
    [InlineData(12, 4, 0.1, false)]
    [InlineData(12, 5, 0.1, true)]
    [InlineData(12, 12, 0.41, false)]
    [InlineData(12, 12, 0.40, true)]
    public void A_voice_rests_on_ten_measurable_people_of_whom_five_give_and_none_most(
        int measurable, int givers, double largest, bool rests)
    {
        var rest = (1 - largest) / (givers - 1);
        double[] scores = [largest, .. Enumerable.Repeat(rest, givers - 1), .. new double[measurable - givers]];

        Assert.Equal(rests, Voice.RestsOnEnough(scores));
    }

    [Fact]
    public void Seats_by_headcount_sum_to_the_size_and_go_to_the_largest_remainders()
    {
        for (var seed = 1; seed <= 500; seed++)
        {
            var random = new Random(seed);
            int[] people = [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => random.Next(1, 300))];
            var size = random.Next(0, 60);

            var fair = Voice.FairSeats(size, people);

            Assert.Equal(size, fair.Sum());
            decimal[] exact = [.. people.Select(count => (decimal)size * count / people.Sum())];
            Assert.All(fair.Zip(exact), one => Assert.InRange(one.First - decimal.Floor(one.Second), 0, 1));
            decimal[] Remainders(int more) => [.. fair.Zip(exact)
                .Where(one => one.First - decimal.Floor(one.Second) == more)
                .Select(one => one.Second - decimal.Floor(one.Second))];
            Assert.True(Remainders(0).Append(0).Max() <= Remainders(1).Append(1).Min());
            int[] members = [.. people.Select(_ => random.Next(0, 5))];
            Assert.Equal(0, Voice.Seats(members, people).Sum());
        }
    }

    [Fact]
    public void Intervals_of_voices_are_the_spread_of_the_replicates_about_the_voice()
    {
        var company = new MadeCompany(seed: 44, personCount: 40);
        var ranked = MadeCompany.Ranked(company.People, company.Interactions);
        var index = ranked.Model.People;
        bool IsInFirst(RankedPerson person) =>
            index.People[index.NodeOf(person.PersonId)!.Value].Department == "Department 0";
        double VoiceIn(IReadOnlyList<RankedPerson> ranking)
        {
            var measured = ranking.Where(person => person.Rank is not null).ToArray();
            var own = measured.Where(IsInFirst).ToArray();
            return Voice.Of(
                own.Sum(person => person.Score), measured.Sum(person => person.Score), own.Length,
                measured.Length)!.Value;
        }
        var replicates = new VoiceReplicates(index);
        var voices = new List<double>();
        for (var replicate = 0; replicate < RankIntervals.ReplicateCount; replicate++)
        {
            Assert.Empty(replicates.Intervals(ranked.People));
            // Not in order: the first department is heard 0.7 to 1.01 times as much.
            var factor = 0.7 + replicate * 7 % 32 / 100.0;
            RankedPerson[] drawn = [.. ranked.People.Select(person =>
                IsInFirst(person) ? person with { Score = person.Score * factor } : person)];
            replicates.Add(drawn);
            voices.Add(VoiceIn(drawn));
        }

        var interval = replicates.Intervals(ranked.People)[0];

        voices.Sort();
        var (voice, middle) = (VoiceIn(ranked.People), (voices[15] + voices[16]) / 2);
        Assert.Equal(("department", "Department 0"), (interval.Attribute, interval.Name));
        Assert.Equal(voice * voices[1] / middle, interval.Low, 1e-12);
        Assert.Equal(voice * voices[30] / middle, interval.High, 1e-12);
    }

    /// <summary>Two families that are each other's mirror: whatever differs between them is chance.</summary>
    [Fact]
    public void Nine_in_ten_intervals_of_families_that_are_heard_alike_hold_one()
    {
        const int Companies = 100;
        var held = 0;
        for (var seed = 1; seed <= Companies; seed++)
        {
            var people = Enumerable.Range(1, 32).Select(id => new Person
            {
                Id = new(id), Key = $"{id:x16}", JobFamily = id <= 16 ? "one" : "other",
            }).ToArray();
            var ranked = MadeCompany.Ranked(people, Mirrored(seed));
            var voices = new VoiceReplicates(ranked.Model.People);
            RankIntervals.Of(ranked, voices: voices, cancellation: Cancellation);
            var one = voices.Intervals(ranked.People).Single(voice => voice.Name == "one");
            held += one is { Low: <= 1, High: >= 1 } ? 1 : 0;
        }
        Assert.InRange(held, 90, Companies);
    }

    private static Interaction<PersonId>[] Mirrored(int seed)
    {
        var (rates, days) = (new Random(seed), new Random(1000 + seed));
        var rate = new double[32, 32];
        for (var i = 0; i < 16; i++)
            for (var j = 0; j < i; j++)
            {
                var inside = rates.NextDouble() < 0.3 ? 0.15 + 0.4 * rates.NextDouble() : 0;
                var across = rates.NextDouble() < 0.1 ? 0.15 + 0.4 * rates.NextDouble() : 0;
                (rate[i, j], rate[16 + i, 16 + j]) = (inside, inside);
                (rate[16 + i, j], rate[16 + j, i]) = (across, across);
            }
        var mails = new List<Interaction<PersonId>>();
        for (var one = 0; one < 32; one++)
            for (var other = 0; other < one; other++)
                for (var day = 1; day <= 60; day++)
                    if (days.NextDouble() < rate[one, other])
                    {
                        mails.Add(MadeCompany.Mail(one + 1, other + 1, day, (one * 100 + other) * 1000 + day));
                        mails.Add(MadeCompany.Mail(other + 1, one + 1, day - 0.1, (other * 100 + one) * 1000 + day));
                    }
        return [.. mails];
    }
}
