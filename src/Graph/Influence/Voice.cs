using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>
/// Three figures of a group, for three questions: do the sources see it, is it heard for its size among those seen, and
/// has it the places that its headcount would give.
/// </summary>
public static class Voice
{
    /// <summary>Of a group of which a smaller share is measurable, nothing is said: ask its people instead.</summary>
    public const double SeenMin = 0.5;

    /// <summary>Measurable people on whom a voice rests at least, where no stricter rule is set.</summary>
    public const int MeasurableMin = 10;

    /// <summary>Of them, people with a score above 0 at least.</summary>
    public const int GiversMin = 5;

    /// <summary>Largest share of a group's influence that may be one person's.</summary>
    public const double LargestShareMax = 0.40;

    /// <summary>Share of a group whom the sources can measure, 0 … 1.</summary>
    public static double Seen(int measurable, int people) => (double)measurable / Math.Max(1, people);

    /// <summary>
    /// A group's share of all influence, divided by its share of the measurable people: 1 = heard as much as it is
    /// large. Weighted by those shares, the voices of all groups have the mean 1.
    /// </summary>
    /// <param name="influence">Sum of the group's scores.</param>
    /// <param name="allInfluence">Sum of everybody's scores.</param>
    /// <param name="measurable">Measurable people of the group.</param>
    /// <param name="allMeasurable">Measurable people.</param>
    /// <returns>Null where nobody of the group is measurable, or nobody has a score.</returns>
    public static double? Of(double influence, double allInfluence, int measurable, int allMeasurable) =>
        measurable > 0 && allInfluence > 0
            ? influence / allInfluence / ((double)measurable / allMeasurable)
            : null;

    /// <summary>Whether a voice rests on enough people.</summary>
    /// <param name="scores">The scores of the group's measurable people.</param>
    public static bool RestsOnEnough(IReadOnlyCollection<double> scores) =>
        scores.Count >= MeasurableMin
        && scores.Count(score => score > 0) >= GiversMin
        && scores.Max() <= LargestShareMax * scores.Sum();

    /// <summary>
    /// Seats by headcount: each group's whole part of size · people / everybody, then one more for the largest
    /// remainders (Hamilton). They sum to <paramref name="size"/>.
    /// </summary>
    /// <param name="size">Seats.</param>
    /// <param name="people">
    /// People of each group; of equal remainders the larger group goes first, then the earlier.
    /// </param>
    public static int[] FairSeats(int size, IReadOnlyList<int> people)
    {
        var everybody = Math.Max(1, people.Sum(count => (long)count));
        int[] seats = [.. people.Select(count => (int)((long)size * count / everybody))];
        var left = people.Any(count => count > 0) ? size - seats.Sum() : 0;
        foreach (var group in Enumerable.Range(0, people.Count)
            .OrderByDescending(group => (long)size * people[group] % everybody)
            .ThenByDescending(group => people[group]).ThenBy(group => group).Take(left))
            seats[group]++;
        return seats;
    }

    /// <summary>Members less the seats that headcount would give, by group; they sum to 0.</summary>
    /// <param name="members">Members of each group.</param>
    /// <param name="people">People of each group.</param>
    public static int[] Seats(IReadOnlyList<int> members, IReadOnlyList<int> people) =>
        [.. FairSeats(members.Sum(), people).Select((fair, group) => members[group] - fair)];

    /// <summary>
    /// The group that a person speaks for: the professional family where most people have one on record, else the
    /// department.
    /// </summary>
    /// <returns>The value of a person, and the attribute that it is of.</returns>
    public static (Func<Person, string?> Of, string Attribute) FamilyOf(PersonIndex people) =>
        2 * people.People.Count(person => person.JobFamily is not null) > people.Count
            ? (person => person.JobFamily, "jobFamily")
            : (person => person.Department, "department");
}
