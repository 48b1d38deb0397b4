using System.Numerics;
using System.Numerics.Tensors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>Where there are few possible cohorts, the best of all of them: exact, and so its own proof.</summary>
internal static class EveryCohort
{
    /// <summary>All sets of 3 of 60 people are 34,220.</summary>
    private const int SetsMax = 200_000;
    private const int PeopleMax = 256;

    /// <summary>The best cohort, and the most that any can cover; null where there are too many to try.</summary>
    /// <remarks>
    /// Of equally good ones the one whose members stand highest by score, added up. A member of an earlier cohort is
    /// worth what replacing one must add at least.
    /// </remarks>
    public static (Node[] Members, int Ceiling)? Best(
        Coverage coverage, CohortConstraints constraints, int size, IReadOnlyCollection<Node> previous,
        CancellationToken cancellation)
    {
        Node[] free =
        [
            .. constraints.ByStanding.Where(node => !constraints.IsExcluded[node] && !constraints.IsIncluded[node]),
        ];
        Node[] fixedIn = [.. constraints.ByStanding.Where(node => constraints.IsIncluded[node])];
        var seats = size - fixedIn.Length;
        if (constraints.NodeCount > PeopleMax || !AreFew(free.Length, seats))
            return null;
        var walk = new Walk(coverage, constraints, free, fixedIn, previous, cancellation);
        walk.Fill(0, seats);
        return (walk.BestMembers, walk.Ceiling);
    }

    /// <summary>
    /// Members to begin a search with: the best cohort of the largest smaller size that can be tried in full, so that a
    /// larger cohort never covers less. Nobody where quotas may forbid to begin with a smaller one.
    /// </summary>
    public static Node[] BestSmaller(Coverage coverage, CohortConstraints constraints, CancellationToken cancellation)
    {
        if (constraints.Groups.Count > 0 || constraints.NodeCount > PeopleMax)
            return [];
        for (var size = constraints.Options.Size - 1; size > 0; size--)
            if (Best(coverage, constraints, size, [], cancellation) is { } smaller)
                return smaller.Members;
        return [];
    }

    private static bool AreFew(int count, int seats)
    {
        var sets = 1.0;
        for (var seat = 1; seat <= seats; seat++)
            sets *= (count - seats + seat) / (double)seat;
        return seats >= 0 && seats <= count && sets <= SetsMax;
    }

    /// <summary>Visits all sets of the free people depth first, each with who is in anyway.</summary>
    private sealed class Walk
    {
        private readonly CohortConstraints _constraints;
        private readonly Node[] _free;
        private readonly int[] _worthKeeping;
        private readonly ulong[][] _covers;
        private readonly ulong[][] _coveredBySize;
        private readonly int[] _counts;
        private readonly List<Node> _members;
        private readonly int _firstSeat;
        private readonly CancellationToken _cancellation;
        private (long Value, long Standing) _best = (long.MinValue, 0);

        public Walk(
            Coverage coverage, CohortConstraints constraints, Node[] free, Node[] fixedIn,
            IReadOnlyCollection<Node> previous, CancellationToken cancellation)
        {
            (_constraints, _free, _cancellation) = (constraints, free, cancellation);
            (_members, _firstSeat) = ([.. fixedIn], fixedIn.Length);
            _counts = new int[constraints.Groups.Count];
            // In half elements: a change that adds just what is asked for is made.
            _worthKeeping = new int[constraints.NodeCount];
            foreach (var node in previous)
                _worthKeeping[node] = 2 * CohortSearch.LeastGainOver(coverage, constraints) - 1;
            _covers = new ulong[constraints.NodeCount][];
            var buffer = new int[coverage.ElementCount];
            foreach (var node in free.Concat(fixedIn))
            {
                _covers[node] = new ulong[(coverage.ElementCount + 63) / 64];
                foreach (var element in coverage.ElementsOf(node, buffer))
                    _covers[node][element >> 6] |= 1ul << element;
            }
            _coveredBySize = [.. Enumerable.Range(0, constraints.Options.Size + 1)
                .Select(_ => new ulong[(coverage.ElementCount + 63) / 64])];
            foreach (var node in fixedIn)
            {
                TensorPrimitives.BitwiseOr<ulong>(
                    _coveredBySize[_firstSeat], _covers[node], _coveredBySize[_firstSeat]);
                Count(node, 1);
            }
        }

        public Node[] BestMembers { get; private set; } = [];

        /// <summary>The most that any set covers, whoever was there before.</summary>
        public int Ceiling { get; private set; }

        public void Fill(int first, int seats)
        {
            if (seats == 0)
            {
                Take();
                return;
            }
            for (var place = first; place <= _free.Length - seats; place++)
            {
                var node = _free[place];
                if (_constraints.GroupsOf(node).Any(group => _counts[group] >= _constraints.Groups[group].Max))
                    continue;
                TensorPrimitives.BitwiseOr<ulong>(
                    _coveredBySize[_members.Count], _covers[node], _coveredBySize[_members.Count + 1]);
                _members.Add(node);
                Count(node, 1);
                Fill(place + 1, seats - 1);
                Count(node, -1);
                _members.RemoveAt(_members.Count - 1);
            }
            _cancellation.ThrowIfCancellationRequested();
        }

        private void Take()
        {
            for (var group = 0; group < _counts.Length; group++)
                if (_counts[group] < _constraints.Groups[group].Min || _counts[group] > _constraints.Groups[group].Max)
                    return;
            var covered = 0;
            foreach (var word in _coveredBySize[_members.Count])
                covered += BitOperations.PopCount(word);
            Ceiling = Math.Max(Ceiling, covered);
            var value = 2L * covered;
            var standing = 0L;
            foreach (var member in _members)
            {
                value += _worthKeeping[member];
                standing -= _constraints.Standing[member];
            }
            if ((value, standing).CompareTo(_best) <= 0)
                return;
            _best = (value, standing);
            BestMembers = [.. _members];
        }

        private void Count(Node node, int change)
        {
            foreach (var group in _constraints.GroupsOf(node))
                _counts[group] += change;
        }
    }
}
