using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>A ranking, and how exact the one measure of it is that may be sampled.</summary>
/// <param name="People">Everyone: by rank, then those who cannot be measured.</param>
/// <param name="Sampled">Null where betweenness is exact; else its guaranteed error.</param>
public sealed record RankedPeople(RankedPerson[] People, SamplingError? Sampled)
{
    /// <summary>The ranking with each person's part in the broadcast layer; nothing else of it changes.</summary>
    /// <param name="layer">Of the same people.</param>
    /// <param name="people">The people of the layer.</param>
    public RankedPeople With(Broadcasts layer, PersonIndex people) => this with
    {
        People =
        [
            .. from person in People
               let node = people.NodeOf(person.PersonId)
               select person with
               {
                   BroadcastCount = layer.CountByNode[node],
                   BroadcastReach = layer.ReachByNode[node],
               },
        ],
    };
}
