using InfluencerMap.Graph;

namespace InfluencerMap.Benchmarks.Inputs;

/// <summary>
/// A made company: teams of 10, departments of 100, divisions of 1,000; 30, 30 and 20 % of the ties inside each of
/// these and 20 % anywhere; both ends drawn by a heavy-tailed activity (Pareto 1.8); identifiers shuffled.
/// </summary>
/// <param name="Ties">Distinct ties of strength 1, in the order drawn.</param>
/// <param name="Places">
/// Each person's place when the company is walked unit by unit.
/// </param>
public sealed record SeededOrganisation(Tie[] Ties, int[] Places)
{
    private const int TeamSize = 10, DepartmentSize = 100, DivisionSize = 1_000;
    private const double ParetoShape = 1.8;

    // A team of ten has only 45 pairs, so a full one passes its draw on to the next wider unit.
    private const int TriesPerUnit = 8;

    public int PeopleCount => Places.Length;

    public static SeededOrganisation Make(int peopleCount, int tieCount, ulong seed = 1)
    {
        var random = new SplitMix64(seed);
        var activity = Accumulate(peopleCount, ref random);
        var ids = Shuffled(peopleCount, ref random);
        var seen = new HashSet<long>(tieCount);
        var ties = new Tie[tieCount];
        for (var count = 0; count < tieCount;)
        {
            var source = Draw(activity, 0, peopleCount, ref random);
            var unitSize = UnitSize(random.NextDouble(), peopleCount);
            for (var tries = 1; ; tries++)
            {
                var start = source / unitSize * unitSize;
                var target = Draw(activity, start, Math.Min(start + unitSize, peopleCount), ref random);
                var pair = (long)Math.Min(source, target) * peopleCount + Math.Max(source, target);
                if (target != source && seen.Add(pair))
                {
                    ties[count++] = new(ids[source], ids[target], 1);
                    break;
                }
                if (tries % TriesPerUnit == 0)
                    unitSize = unitSize < DivisionSize ? unitSize * 10 : peopleCount;
            }
        }
        var places = new int[peopleCount];
        for (var place = 0; place < peopleCount; place++)
            places[ids[place]] = place;
        return new(ties, places);
    }

    private static int UnitSize(double draw, int peopleCount) => draw switch
    {
        < 0.3 => TeamSize,
        < 0.6 => DepartmentSize,
        < 0.8 => DivisionSize,
        _ => peopleCount,
    };

    private static double[] Accumulate(int peopleCount, ref SplitMix64 random)
    {
        var sums = new double[peopleCount + 1];
        for (var person = 0; person < peopleCount; person++)
            sums[person + 1] = sums[person] + Math.Pow(1 - random.NextDouble(), -1 / ParetoShape);
        return sums;
    }

    /// <summary>A person from start to end, exclusive, by activity.</summary>
    private static int Draw(double[] activity, int start, int end, ref SplitMix64 random)
    {
        var value = activity[start] + random.NextDouble() * (activity[end] - activity[start]);
        var found = Array.BinarySearch(activity, start, end - start, value);
        return Math.Clamp(found < 0 ? ~found - 1 : found, start, end - 1);
    }

    private static int[] Shuffled(int count, ref SplitMix64 random)
    {
        var ids = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var j = (int)(random.NextDouble() * (i + 1));
            (ids[i], ids[j]) = (ids[j], ids[i]);
        }
        return ids;
    }

    private struct SplitMix64(ulong state)
    {
        private ulong _state = state;

        public double NextDouble()
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1ul << 53));
        }
    }
}
