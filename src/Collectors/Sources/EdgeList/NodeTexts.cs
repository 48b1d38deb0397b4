using InfluencerMap.Graph;

namespace InfluencerMap.Collectors;

/// <summary>Nodes by ids of any text, numbered as they are met, and put in order at the end.</summary>
internal sealed class NodeTexts
{
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];

    public int Count => _ids.Count;

    public bool Contains(string id) => _nodes.ContainsKey(id);

    public int Of(string id)
    {
        if (!_nodes.TryGetValue(id, out var node))
        {
            _nodes.Add(id, node = _ids.Count);
            _ids.Add(id);
        }
        return node;
    }

    /// <summary>
    /// Whole numbers ascending before all other ids, these by their characters; the ties are numbered anew accordingly.
    /// </summary>
    public NodeIds InOrder(Tie[] ties)
    {
        var order = Enumerable.Range(0, _ids.Count).ToArray();
        Array.Sort(order, (one, other) => Compare(_ids[one], _ids[other]));
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
            places[order[place]] = place;
        for (var i = 0; i < ties.Length; i++)
            ties[i] = new(places[ties[i].Source], places[ties[i].Target], ties[i].Strength);
        return new(Array.ConvertAll(order, node => _ids[node]));
    }

    private static int Compare(string one, string other)
    {
        var (isNumber, isOther) = (EdgeCells.IsDigits(one), EdgeCells.IsDigits(other));
        if (isNumber != isOther)
            return isNumber ? -1 : 1;
        if (!isNumber)
            return string.CompareOrdinal(one, other);
        // Of any number of digits: the longer one is larger, zeros in front apart.
        var digits = one.AsSpan().TrimStart('0');
        var others = other.AsSpan().TrimStart('0');
        var bySize = digits.Length != others.Length
            ? digits.Length.CompareTo(others.Length)
            : digits.SequenceCompareTo(others);
        return bySize != 0 ? bySize : string.CompareOrdinal(one, other);
    }
}
