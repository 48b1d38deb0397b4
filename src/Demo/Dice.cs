namespace InfluencerMap.Demo;

/// <summary>What a stream of random numbers is for: a change in one part leaves the others as they were.</summary>
internal enum Topic { Numbering = 1, Staffing, Dates, Habits, Projects, Bridges, Holidays, Day }

/// <summary>
/// Counter-based random numbers: the n-th number of a stream is a hash of the seed, the stream's topic and n.
/// </summary>
/// <remarks>
/// The mixing steps are SplitMix64's finaliser (Steele, Lea and Flood 2014). Everything made from these numbers uses
/// integers, + − × ÷ and square roots alone: IEEE 754 fixes those to the last bit, which it does not for log or exp.
/// </remarks>
internal sealed class Dice(long seed, Topic topic, int item = 0)
{
    private readonly ulong _key = Mix(Mix((ulong)seed + (ulong)topic * Golden) + (ulong)(uint)item * Golden);
    private ulong _counter;

    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Uniform in [0, 1).</summary>
    public double Next() => (Mix(_key + ++_counter * Golden) >> 11) * (1.0 / (1UL << 53));

    public int Below(int bound) => (int)(Next() * bound);

    public bool Chance(double probability) => Next() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Favours the front of the list: the first tenth is drawn three times as often as its share.</summary>
    public T PickFavourite<T>(IReadOnlyList<T> items)
    {
        var draw = Next();
        return items[(int)(draw * draw * items.Count)];
    }

    /// <summary>Pareto with exponent 2, cut off: at least <paramref name="least"/>, on average twice that.</summary>
    public double HeavyTailed(double least, double most) => Math.Min(most, least / Math.Sqrt(1 - Next()));

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }
}
