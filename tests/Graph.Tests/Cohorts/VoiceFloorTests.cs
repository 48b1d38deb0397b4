using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>Seats that families have at least, and cohorts from a list of volunteers.</summary>
public sealed class VoiceFloorTests
{
    [Fact]
    public void Floors_are_the_share_of_the_seats_by_headcount_and_one_from_half_a_seat()
    {
        // Of 20 seats 10.0, 6.0, 3.0, 0.6 and 0.4.
        Assert.Equal([5, 3, 1, 1, 0], VoiceFloors.Of(0.5, 20, [50, 30, 15, 3, 2], 100));
        Assert.Equal([10, 6, 3, 1, 0], VoiceFloors.Of(1, 20, [50, 30, 15, 3, 2], 100));
        // 0.29 of 100 seats are 29, whatever binary fractions make of it.
        Assert.Equal([29], VoiceFloors.Of(0.29, 100, [7], 7));
    }

    [Fact]
    public void Of_more_families_of_one_seat_than_seats_the_largest_keep_theirs_and_the_others_are_named()
    {
        // Twenty families, each worth a little over half a seat of eleven.
        var people = Company([.. Enumerable.Range(0, 20).Select(family => family == 15 ? 6 : 5)]);

        var floors = VoiceFloors.Of(people, 0.5, size: 11);

        string[] fitting = [.. Enumerable.Range(0, 10).Append(15).Select(family => $"F{family:00}")];
        Assert.All(floors.Quotas, quota => Assert.Equal(1, quota.Min));
        Assert.Equal(fitting, floors.Quotas.Select(quota => quota.Value));
        Assert.Equal(
            Enumerable.Range(0, 20).Select(family => $"F{family:00}").Except(fitting), floors.NotFitting);
    }

    [Fact]
    public void Floors_never_ask_for_more_than_the_cohort_has()
    {
        for (var seed = 1; seed <= 1_000; seed++)
        {
            var random = new Random(seed);
            int[] families = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(1, 50))];
            var (size, everybody) = (random.Next(1, 40), families.Sum() + random.Next(0, 30));
            var share = random.Next(1, 101) / 100.0;

            var floors = VoiceFloors.Of(share, size, families, everybody);

            Assert.InRange(floors.Where(floor => floor > 0).Sum(), 0, size);
            for (var family = 0; family < families.Length; family++)
                Assert.Equal(
                    2 * size * families[family] >= everybody || share * size * families[family] >= everybody,
                    floors[family] != 0);
        }
    }

    [Fact]
    public void A_cohort_keeps_the_floors_of_all_families()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 60, personCountMin: 40);
            var options = new CohortOptions
            {
                Size = 8,
                Reach = CohortReach.Steps(1),
                Voice = 0.6,
                From = [.. company.People.People.Select(person => person.Id)],
                Threads = 1,
            };

            var cohort = company.Choose(options);

            var members = cohort.Members.CountBy(member => company.PersonOf(member.PersonId.Value).JobFamily ?? "")
                .ToDictionary();
            foreach (var floor in VoiceFloors.Of(company.People, options.Voice, options.Size).Quotas)
                Assert.True(members.GetValueOrDefault(floor.Value!) >= floor.Min);
        }
    }

    [Fact]
    public void A_family_without_anybody_to_choose_from_is_named_by_the_refusal()
    {
        var company = new RandomCompany(3, personCountMax: 60, personCountMin: 60);
        PersonId[] others = [.. company.People.People.Where(person => person.JobFamily != "F1").Select(
            person => person.Id)];

        var refusal = Assert.Throws<InfeasibleCohortException>(() =>
            company.Choose(new() { Size = 10, Voice = 0.5, From = others }));

        Assert.Contains(
            refusal.Conflict.Detail,
            line => line.StartsWith("jobFamily=F1 has 0 to choose from", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_volunteers_and_those_included_by_name_are_members_or_wait()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var company = new RandomCompany(seed, personCountMax: 40, personCountMin: 20);
            PersonId[] volunteers =
                [.. company.People.People.Select(person => person.Id).Where(id => id.Value % 3 == 0), new(9_999)];
            var included = company.People.People.First(person => person.Id.Value % 3 != 0).Id;

            var cohort = company.Choose(new()
            {
                Size = 4,
                Reach = CohortReach.Steps(1),
                From = volunteers,
                Included = [included],
                WaitListSize = 20,
                Threads = 1,
            });

            var members = cohort.Members.Select(member => member.PersonId).ToArray();
            Assert.Contains(included, members);
            Assert.All(members.Where(id => id != included), id => Assert.Contains(id, volunteers));
            Assert.All(cohort.WaitList, waiting => Assert.Contains(waiting.PersonId, volunteers));
            Assert.Equal(volunteers.Length - 1 - 3, cohort.WaitList.Count);
        }
    }

    private static PersonIndex Company(int[] families) => new(
        families.SelectMany((count, family) => Enumerable.Repeat($"F{family:00}", count))
            .Select(
                (family, place) => new Person { Id = new(place + 1), Key = $"{place + 1:x16}", JobFamily = family }));
}
