using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Between which values a group's voice lies when chance alone draws the contacts again.</summary>
/// <param name="Attribute">department, site or jobFamily.</param>
/// <param name="Name">The group, as the directory writes it.</param>
/// <param name="Low">The 5 % value.</param>
/// <param name="High">The 95 % value.</param>
public sealed record VoiceInterval(string Attribute, string Name, double Low, double High);

/// <summary>
/// 90 % intervals of the voices of departments, sites and professional families, over the same replicates that
/// <see cref="RankIntervals"/> ranks anew. A group of fewer than <see cref="Voice.GiversMin"/> measurable people has
/// none: it would be an interval about persons.
/// </summary>
/// <remarks>
/// The spread of the replicates about their middle, set about the voice that is published: days that are left out thin
/// all replicates alike, which moves their centre and is not chance.
/// </remarks>
/// <param name="people">The people of the night.</param>
public sealed class VoiceReplicates(PersonIndex people)
{
    private static readonly (string Attribute, Func<Person, string?> ValueOf)[] Groupings =
    [
        ("department", person => person.Department),
        ("site", person => person.Site),
        ("jobFamily", person => person.JobFamily),
    ];

    private readonly List<Dictionary<(string Attribute, string Name), (double Voice, int Measurable)>> _replicates = [];

    /// <summary>Takes one replicate in.</summary>
    /// <param name="ranking">The ranking of contacts that were drawn again.</param>
    public void Add(IReadOnlyList<RankedPerson> ranking) => _replicates.Add(VoicesOf(ranking));

    /// <summary>The intervals of the groups that are large enough; empty before all replicates are in.</summary>
    /// <param name="ranking">The ranking that is published.</param>
    public IReadOnlyList<VoiceInterval> Intervals(IReadOnlyList<RankedPerson> ranking)
    {
        if (_replicates.Count < RankIntervals.ReplicateCount)
            return [];
        return
        [
            .. from published in VoicesOf(ranking)
               where published.Value.Measurable >= Voice.GiversMin
               let drawn = _replicates.Where(replicate => replicate.ContainsKey(published.Key))
                   .Select(replicate => replicate[published.Key].Voice).Order().ToArray()
               where drawn.Length == _replicates.Count && drawn[0] > 0
               let middle = (drawn[drawn.Length / 2 - 1] + drawn[drawn.Length / 2]) / 2
               orderby published.Key.Attribute, published.Key.Name
               select new VoiceInterval(
                   published.Key.Attribute, published.Key.Name,
                   published.Value.Voice * drawn[RankIntervals.CutEachEnd] / middle,
                   published.Value.Voice * drawn[^(RankIntervals.CutEachEnd + 1)] / middle),
        ];
    }

    private Dictionary<(string Attribute, string Name), (double Voice, int Measurable)> VoicesOf(
        IReadOnlyList<RankedPerson> ranking)
    {
        var measured = ranking.Where(person => person.Rank is not null).ToArray();
        var influence = measured.Sum(person => person.Score);
        var voices = new Dictionary<(string Attribute, string Name), (double Voice, int Measurable)>();
        foreach (var (attribute, valueOf) in Groupings)
            foreach (var group in measured.GroupBy(person => valueOf(people[person.PersonId])))
            {
                var (own, count) = (group.Sum(person => person.Score), group.Count());
                if (group.Key is { } name && Voice.Of(own, influence, count, measured.Length) is { } voice)
                    voices.Add((attribute, name), (voice, count));
            }
        return voices;
    }
}
