using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>
/// How many of those whom people write to among several write to them: who sends round mail to people who never do says
/// less to each of all the others, too.
/// </summary>
internal sealed class Heard
{
    private readonly int[] _sent, _heard;

    private Heard(int nodeCount) => (_sent, _heard) = (new int[nodeCount], new int[nodeCount]);

    /// <summary>Share of the recipients of the person's round messages who wrote back; 1 without any.</summary>
    public double ShareOf(Node node) => _sent[node] == 0 ? 1 : (double)_heard[node] / _sent[node];

    /// <param name="ordered">In the order of pairs, all between people of the index.</param>
    /// <param name="people">The people of the graph.</param>
    public static Heard By(ReadOnlySpan<Interaction<PersonId>> ordered, PersonIndex people)
    {
        var heard = new Heard(people.Count);
        for (int start = 0, end; start < ordered.Length; start = end)
        {
            end = PairOrder.EndOf(ordered, start);
            heard.Add(ordered[start..end], people);
        }
        return heard;
    }

    private void Add(ReadOnlySpan<Interaction<PersonId>> pair, PersonIndex people)
    {
        var one = pair[0].Source;
        bool byOne = false, byOther = false, oneWrote = false, otherWrote = false;
        foreach (ref readonly var interaction in pair)
        {
            // Whoever meets or calls is heard by all who are there.
            if (interaction.Channel is Channel.Meeting or Channel.Call)
            {
                (oneWrote, otherWrote) = (true, true);
                continue;
            }
            var isOne = interaction.Source == one;
            var isRound = interaction.AudienceSize > 1;
            byOne |= isRound && isOne;
            byOther |= isRound && !isOne;
            var addressed = interaction.Role == RecipientRole.To;
            oneWrote |= addressed && isOne;
            otherWrote |= addressed && !isOne;
        }
        if (people.NodeOf(one) is not { } node
            || people.NodeOf(pair[0].Target) is not { } otherNode)
            return;
        _sent[node] += byOne ? 1 : 0;
        _sent[otherNode] += byOther ? 1 : 0;
        _heard[node] += byOne && otherWrote ? 1 : 0;
        _heard[otherNode] += byOther && oneWrote ? 1 : 0;
    }
}
