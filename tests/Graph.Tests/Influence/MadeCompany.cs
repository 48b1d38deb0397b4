using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Tests;

/// <summary>A small seeded company and its interactions; every week of it is like the first.</summary>
internal sealed class MadeCompany
{
    public const int WeekCount = 20;

    public static readonly DateTime End = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    public static readonly Period Period = new(End.AddDays(-7 * WeekCount), End);

    /// <param name="seed">The same seed makes the same company.</param>
    /// <param name="personCount">People with ids from 1; teams of 8 report to their first, those to person 1.</param>
    public MadeCompany(int seed, int personCount = 60)
    {
        var random = new Random(seed);
        People =
        [
            .. Enumerable.Range(1, personCount).Select(id => new Person
            {
                Id = new(id),
                Key = Key(random),
                ManagerId = id == 1 ? null : new((id - 1) % 8 == 0 ? 1 : (id - 1) / 8 * 8 + 1),
                Department = $"Department {(id - 1) / 16}",
                WorkingDays = Weekdays.All,
            }),
        ];
        Interactions = [.. Weekly(random, personCount).SelectMany(EveryWeek)];
    }

    /// <summary>Minutes; they count for meetings only, whatever else bears them.</summary>
    private static int[] Lengths { get; } = [0, 15, 30, 45, 60, Interaction.MinutesMax];

    public Person[] People { get; init; }

    public Interaction<PersonId>[] Interactions { get; init; }

    public static string Key(Random random) => random.NextInt64().ToString("x16");

    /// <summary>One mail, to be repeated or varied by <c>with</c>.</summary>
    public static Interaction<PersonId> Mail(int source, int target, double daysBeforeEnd = 10, long eventId = 1) =>
        new(eventId, End.AddDays(-daysBeforeEnd), new(source), new(target), Channel.Mail, RecipientRole.To, 1);

    /// <summary>One mail from <paramref name="source"/> to everybody else: one row a recipient.</summary>
    public IEnumerable<Interaction<PersonId>> Broadcast(int source, long eventId, double daysBeforeEnd) =>
        from person in People
        where person.Id.Value != source
        select Mail(source, person.Id.Value, daysBeforeEnd, eventId) with { AudienceSize = People.Length - 1 };

    /// <summary>From stored events to a ranking, as the night does it.</summary>
    public static RankedPerson[] Rank(
        IReadOnlyCollection<Person> people,
        Interaction<PersonId>[] interactions,
        InfluenceOptions? options = null,
        int threads = 0) => [.. Ranked(people, interactions, options, threads).People];

    /// <summary>The same with what it was made from.</summary>
    public static Ranking Ranked(
        IReadOnlyCollection<Person> people, Interaction<PersonId>[] interactions, InfluenceOptions? options = null,
        int threads = 0) =>
        Model(people, options, threads).Rank(interactions, cancellation: TestContext.Current.CancellationToken);

    public static InfluenceModel Model(
        IReadOnlyCollection<Person> people, InfluenceOptions? options = null, int threads = 0) =>
        new(PersonIndex.AtEndOf(Period, people), Period, options ?? InfluenceOptions.Default) { Threads = threads };

    private static IEnumerable<Interaction<PersonId>> Weekly(Random random, int personCount)
    {
        for (var i = 0; i < personCount * 12; i++)
        {
            var source = random.Next(personCount) + 1;
            var near = (source - 1) / 8 * 8 + random.Next(8) + 1;
            var target = random.Next(3) > 0 ? Math.Min(near, personCount) : random.Next(personCount) + 1;
            var daysBeforeEnd = 7 * random.NextDouble();
            yield return new(i + 1, End.AddDays(-daysBeforeEnd), new(source), new(target),
                (Channel)random.Next(1, 9), (RecipientRole)random.Next(1, 4), random.Next(1, 14))
            {
                Minutes = Lengths[i % Lengths.Length],
            };
        }
    }

    private static IEnumerable<Interaction<PersonId>> EveryWeek(Interaction<PersonId> last) =>
        from week in Enumerable.Range(0, WeekCount)
        select last with { EventId = last.EventId + 1_000_000L * week, At = last.At.AddDays(-7 * week) };
}
