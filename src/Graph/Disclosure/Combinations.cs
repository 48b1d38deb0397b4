using System.Numerics;

namespace InfluencerMap.Graph.Disclosure;

/// <summary>
/// Whether figures of groups, added and subtracted in any way, reveal something about too few people.
/// </summary>
/// <remarks>
/// Whoever knows the sums over some sets of people knows every linear combination of them. Here the sets of each
/// attribute part everybody, so a combination gives each person the sum of one number a set; people in the same sets
/// get the same. The question is whether some combination is other than zero for fewer than a minimum of people. In
/// terms of matroids that is the smallest cocircuit of the people's rows. As many bases without a person in common as
/// the minimum prove that there is none, for a combination that is zero on a basis is zero for all; where that does not
/// decide, all that is left is tried out, within bounds.
/// </remarks>
public static class Combinations
{
    /// <summary>Knuth's, of 32 bits.</summary>
    private const uint MixingFactor = 2_654_435_761;

    /// <summary>Number of cells examined.</summary>
    private const long WorkMax = 3_000_000;

    /// <summary>
    /// People whom some combination separates from all others; null where none does for fewer than the minimum; nobody
    /// where that would take too long to find out.
    /// </summary>
    /// <param name="sets">For each attribute the number of each person's set, from 0.</param>
    /// <param name="counts">Who counts: only they have a share in the figures.</param>
    /// <param name="minimum">The fewest people that a combination may be about.</param>
    public static int[]? ToldApart(IReadOnlyList<int[]> sets, IReadOnlyList<bool> counts, int minimum)
    {
        var cells = Cell.Of(sets, counts, smallBelow: 3 * minimum);
        // What is zero for few is zero on every cell that holds many: those are settled before the search.
        var settled = new Span(sets.Sum(set => set.Max() + 1));
        foreach (var cell in cells.Where(cell => cell.People.Count >= minimum))
            settled.Add(cell.Sets);
        Cell[] small = [.. cells.Where(cell => cell.People.Count < minimum)];
        var whole = settled.With(small);
        return new Search(whole.Rank, minimum).Find(settled, small, []) is { } found
            ? [.. found.SelectMany(cell => cell.People)]
            : null;
    }

    /// <summary>People in the same set by every attribute.</summary>
    /// <param name="Sets">Numbers of the sets, each attribute's after those of the one before.</param>
    /// <param name="People">Who.</param>
    /// <param name="SmallestSet">People in the smallest of the sets.</param>
    private sealed record Cell(int[] Sets, List<int> People, int SmallestSet)
    {
        /// <summary>
        /// In an order in which bases do not use up a set: people of large sets well mixed, those that hang on a small
        /// one last, when one of them is all that a basis lacks.
        /// </summary>
        public static Cell[] Of(IReadOnlyList<int[]> sets, IReadOnlyList<bool> counts, int smallBelow)
        {
            int[] first = [.. sets.Select((_, a) => sets.Take(a).Sum(set => set.Max() + 1))];
            int[] people = [.. Enumerable.Range(0, counts.Count).Where(person => counts[person])];
            var sizes = sets.Select(set => people.CountBy(person => set[person]).ToDictionary()).ToArray();
            return
            [
                .. people.GroupBy(person => string.Join(' ', sets.Select(set => set[person])))
                    .Select(group => new Cell(
                        [.. sets.Select((set, a) => first[a] + set[group.First()])], [.. group],
                        sets.Select((set, a) => sizes[a][set[group.First()]]).Min()))
                    .OrderByDescending(cell => Math.Min(cell.SmallestSet, smallBelow))
                    .ThenBy(cell => (uint)cell.People[0] * MixingFactor),
            ];
        }
    }

    /// <param name="rank">Of all people's rows.</param>
    /// <param name="minimum">Of people.</param>
    private sealed class Search(int rank, int minimum)
    {
        private long _work;

        /// <summary>Cells of fewer people than the minimum, outside which a combination is zero; null = none.</summary>
        /// <param name="zero">Where it is zero.</param>
        /// <param name="open">Where it may be either.</param>
        /// <param name="told">Where it is not zero.</param>
        public Cell[]? Find(Span zero, Cell[] open, Cell[] told)
        {
            if ((_work += open.Length) > WorkMax)
                return [];
            if (zero.With(open).Rank < rank)
                return told;
            var left = minimum - told.Sum(cell => cell.People.Count);
            if (Packs(zero, open, left))
                return null;
            var (span, without) = (zero.Copy(), new List<Cell>());
            foreach (var cell in open)
            {
                var before = span.Copy();
                if (!span.Add(cell.Sets))
                    continue;
                without.Add(cell);
                if (cell.People.Count < left
                    && Find(before, [.. open.Except(without)], [.. told, cell]) is { } found)
                    return found;
            }
            return null;
        }

        /// <summary>Whether so many bases can be had of which no two take the same person.</summary>
        private bool Packs(Span zero, Cell[] open, int bases)
        {
            int[] left = [.. open.Select(cell => cell.People.Count)];
            for (var n = 0; n < bases; n++)
            {
                var span = zero.Copy();
                for (var i = 0; i < open.Length && span.Rank < rank; i++)
                    if (left[i] > 0 && span.Add(open[i].Sets))
                        left[i]--;
                if (span.Rank < rank)
                    return false;
            }
            return true;
        }
    }

    /// <summary>
    /// The rows added so far, modulo a prime: exact, and as good as over the rationals. Each pivot's column is written
    /// in columns without one; of rows like these few are left, so that a row more costs next to nothing.
    /// </summary>
    private sealed class Span(int width)
    {
        private const long Prime = 2_147_483_647;

        /// <summary>Replaced and never changed, so that copies share them.</summary>
        private readonly Dictionary<int, long>?[] _byPivot = new Dictionary<int, long>?[width];

        public int Rank { get; private set; }

        public Span Copy()
        {
            var copy = new Span(width) { Rank = Rank };
            Array.Copy(_byPivot, copy._byPivot, width);
            return copy;
        }

        public Span With(IEnumerable<Cell> cells)
        {
            var span = Copy();
            foreach (var cell in cells)
                span.Add(cell.Sets);
            return span;
        }

        /// <summary>Adds the row that is 1 in these columns and 0 elsewhere.</summary>
        /// <returns>Whether those before did not give it.</returns>
        public bool Add(int[] columns)
        {
            var row = new Dictionary<int, long>();
            foreach (var column in columns)
                if (_byPivot[column] is { } written)
                    AddTo(row, written, 1);
                else
                    AddTo(row, column, 1);
            if (row.Count == 0)
                return false;
            var (pivot, factor) = row.MinBy(cell => cell.Key);
            row.Remove(pivot);
            var inverse = (long)BigInteger.ModPow(factor, Prime - 2, Prime);
            var rest = new Dictionary<int, long>();
            AddTo(rest, row, Prime - inverse);
            for (var column = 0; column < width; column++)
                if (_byPivot[column] is { } other && other.TryGetValue(pivot, out var share))
                {
                    var changed = new Dictionary<int, long>(other);
                    changed.Remove(pivot);
                    AddTo(changed, rest, share);
                    _byPivot[column] = changed;
                }
            _byPivot[pivot] = rest;
            Rank++;
            return true;
        }

        private static void AddTo(Dictionary<int, long> row, Dictionary<int, long> other, long factor)
        {
            foreach (var (column, value) in other)
                AddTo(row, column, value * factor % Prime);
        }

        private static void AddTo(Dictionary<int, long> row, int column, long value)
        {
            var sum = (row.GetValueOrDefault(column) + value) % Prime;
            if (sum == 0)
                row.Remove(column);
            else
                row[column] = sum;
        }
    }
}
