using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Disclosure;

/// <summary>What may be shown of one person together with their key; null where too few people share it.</summary>
/// <param name="Department">The department.</param>
/// <param name="Level">Level in the company, 1 at the top.</param>
/// <param name="IsManager">Whether somebody reports to the person.</param>
/// <param name="DirectReports">How many do.</param>
/// <param name="ChartPlace">1-based place that the org chart alone would give.</param>
public sealed record ShownAttributes(
    string? Department, int? Level, bool? IsManager, int? DirectReports, int? ChartPlace);

/// <summary>
/// The attributes of a run's people that may be shown with their keys. Whoever holds a staff list would find a person
/// by a rare combination of them, so everything said of a person is said in the same words of as many people as a group
/// needs.
/// </summary>
/// <remarks>
/// Everybody is one class to begin with. Each attribute in turn splits every class by its values; values that too few
/// people of the class share are left unsaid, together with so many of the next smallest that the unsaid are themselves
/// a class large enough. So each class holds at least the minimum, and nobody stands alone by what is left out.
/// </remarks>
public sealed class ShownPeople
{
    private static readonly ShownAttributes Unsaid = new(null, null, null, null, null);

    /// <summary>Level and place where the chart places nobody.</summary>
    private const int Unplaced = 0;

    private readonly Dictionary<PersonId, ShownAttributes> _byId;

    private ShownPeople(Dictionary<PersonId, ShownAttributes> byId) => _byId = byId;

    /// <summary>What may be said of these people.</summary>
    /// <param name="people">Everybody of the run.</param>
    /// <param name="ranking">Their places.</param>
    /// <param name="groups">Which departments may be named.</param>
    /// <param name="policy">How many people must share what is said.</param>
    public static ShownPeople Of(
        IReadOnlyList<Person> people, IReadOnlyList<RankedPerson> ranking, PeopleGroups groups, SmallGroups policy)
    {
        var rankedById = ranking.ToDictionary(person => person.PersonId);
        var shown = people.Where(person => rankedById.ContainsKey(person.Id)).ToDictionary(
            person => person.Id,
            person => Unsaid with
            {
                Department = person.Department is { } unit && groups.Shows("department", unit) ? unit : null,
            });
        List<PersonId[]> classes =
        [
            .. shown.GroupBy(person => person.Value.Department, person => person.Key).Select(group => group.ToArray()),
        ];
        // Of a company, or of a rest, under the minimum nothing may be said.
        classes.RemoveAll(ids => ids.Length < policy.Minimum);
        Split(id => rankedById[id].Level ?? Unplaced, (said, level) => said with { Level = KnownOf(level) });
        // Where no manager of anybody is known and there is no chart, nobody is known not to be a manager.
        if (ranking.Any(person => person.DirectReports > 0 || person.ChartPlace is not null))
        {
            Split(id => rankedById[id].DirectReports > 0, (said, manages) => said with { IsManager = manages });
            Split(id => rankedById[id].DirectReports, (said, reports) => said with { DirectReports = reports });
        }
        Split(
            id => rankedById[id].ChartPlace ?? Unplaced,
            (said, place) => said with { ChartPlace = KnownOf(place) });
        return new(shown);

        void Split<TValue>(Func<PersonId, TValue> valueOf, Func<ShownAttributes, TValue, ShownAttributes> say)
            where TValue : notnull =>
            classes =
            [
                .. classes.SelectMany(ids =>
                {
                    var (said, unsaid) = Parts(ids, valueOf, policy.Minimum);
                    foreach (var (value, part) in said)
                        foreach (var id in part)
                            shown[id] = say(shown[id], value);
                    return said.Select(part => part.Ids).Concat(unsaid.Length > 0 ? [unsaid] : []);
                }),
            ];
    }

    private static int? KnownOf(int value) => value == Unplaced ? null : value;

    /// <summary>What may be said of the person; nothing of whoever is not of the run.</summary>
    public ShownAttributes this[PersonId personId] => _byId.GetValueOrDefault(personId, Unsaid);

    /// <summary>The parts of a class by value that are large enough, and everybody else.</summary>
    private static (List<(TValue Value, PersonId[] Ids)> Said, PersonId[] Unsaid) Parts<TValue>(
        PersonId[] ids, Func<PersonId, TValue> valueOf, int minimum)
    {
        var parts = ids.GroupBy(valueOf).Select(group => (Value: group.Key, Ids: group.ToArray()))
            .OrderByDescending(part => part.Ids.Length).ThenBy(part => part.Value).ToList();
        var said = parts.TakeWhile(part => part.Ids.Length >= minimum).ToList();
        var unsaidCount = parts.Skip(said.Count).Sum(part => part.Ids.Length);
        while (unsaidCount > 0 && unsaidCount < minimum && said.Count > 0)
        {
            unsaidCount += said[^1].Ids.Length;
            said.RemoveAt(said.Count - 1);
        }
        return (said, [.. parts.Skip(said.Count).SelectMany(part => part.Ids)]);
    }
}
