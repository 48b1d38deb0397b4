namespace InfluencerMap.Graph;

/// <summary>Random numbers by place instead of by state: the same for any order of work.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014): a counter times an odd constant, mixed.</remarks>
internal struct Hash(ulong seed, ulong stream)
{
    public const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(seed + Step) ^ Mix(stream * Step + 1);

    public static ulong Of(ulong seed, ulong stream, ulong place) => new Hash(Mix(seed ^ Mix(stream)), place).Next();

    public ulong Next() => Mix(_state += Step);

    /// <summary>In (0, 1]: safe to take the logarithm of.</summary>
    public double NextShare() => ((Next() >> 11) + 1) * (1.0 / (1ul << 53));

    /// <summary>The library's one mixer: every bit of the input changes about half of the output.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
