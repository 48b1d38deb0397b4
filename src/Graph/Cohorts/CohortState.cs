using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>What some members cover: how often each element, and whose it is alone.</summary>
internal sealed class CohortState
{
    private const int NobodysAlone = -1;

    private readonly Coverage _coverage;
    private readonly HashSet<Node> _members = [];
    private readonly int[] _counts;
    private readonly int[] _owners;
    private readonly int[] _buffer;
    private readonly List<long> _own = [];

    public CohortState(Coverage coverage, IEnumerable<Node> members)
    {
        _coverage = coverage;
        _counts = new int[coverage.ElementCount];
        _owners = new int[coverage.ElementCount];
        _buffer = new int[coverage.ElementCount];
        Array.Fill(_owners, NobodysAlone);
        (Uncovered, CoveredOnceAtMost) = (ElementWeights.Where(_counts, 0), ElementWeights.Where(_counts, 1));
        foreach (var member in members)
            Add(member);
    }

    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>1 for elements that no member covers.</summary>
    public ElementWeights Uncovered { get; }

    /// <summary>1 for elements that no member covers, or one alone.</summary>
    public ElementWeights CoveredOnceAtMost { get; }

    public int CoveredCount => _counts.Count(count => count > 0);

    public bool IsMember(Node node) => _members.Contains(node);

    /// <summary>Elements that the member in this place covers and no other member does.</summary>
    public long OwnOf(int place) => _own[place];

    /// <summary>Place of the one member who covers the element; negative where none or several do.</summary>
    public int OwnerOf(int element) => _owners[element];

    /// <summary>One member more, in the next place.</summary>
    public void Add(Node node)
    {
        var place = _own.Count;
        _members.Add(node);
        _own.Add(0);
        foreach (var element in _coverage.ElementsOf(node, _buffer))
        {
            var coveredBefore = _counts[element]++;
            if (coveredBefore == 0)
            {
                _owners[element] = place;
                _own[place]++;
                Uncovered.Clear(element);
            }
            else if (coveredBefore == 1)
            {
                _own[_owners[element]]--;
                _owners[element] = NobodysAlone;
                CoveredOnceAtMost.Clear(element);
            }
        }
    }

    /// <summary>What taking the node in the place of each member would add to the whole.</summary>
    public void ValueSwaps(Node node, SwapScratch scratch)
    {
        var gains = scratch.Gains;
        Array.Clear(gains);
        var added = 0L;
        foreach (var element in _coverage.ElementsOf(node, scratch.Buffer))
        {
            if (_counts[element] == 0)
                added++;
            else if (_owners[element] is >= 0 and var owner)
                gains[owner]++;
        }
        for (var place = 0; place < gains.Length; place++)
            gains[place] += added - _own[place];
    }

    /// <summary>The members by what each adds to those before it; equal gains by their standing.</summary>
    public static Node[] InGreedyOrder(Coverage coverage, IEnumerable<Node> members, int[] standing)
    {
        var left = members.OrderBy(node => standing[node]).ToList();
        var order = new List<Node>();
        var state = new CohortState(coverage, []);
        while (left.Count > 0)
        {
            var next = left.MaxBy(node => coverage.Weigh(node, state.Uncovered));
            left.Remove(next);
            order.Add(next);
            state.Add(next);
        }
        return [.. order];
    }
}

/// <summary>One worker's room to value swaps in.</summary>
internal sealed class SwapScratch(int elementCount, int memberCount)
{
    public int[] Buffer { get; } = new int[elementCount];

    /// <summary>By place of the member who would go.</summary>
    public long[] Gains { get; } = new long[memberCount];
}
