namespace InfluencerMap.Benchmarks.Truth;

/// <summary>How often everything is repeated: as the report does it, or just enough to see that it runs.</summary>
internal sealed record Effort
{
    public static Effort Full { get; } = new();

    public static Effort Quick { get; } = new()
    {
        Doses = [200], DoseCompanies = 1, SendersEach = 2, Seeds = 2, PartTimeSeeds = 1, Windows = 1, TruthWindows = 4,
        IntervalSeeds = 1, Draws = 3, Resamples = 100, NullCompanies = 2, PersonCount = 200, IntervalPersonCount = 80,
    };

    /// <summary>Mails to nine people each.</summary>
    public int[] Doses { get; private init; } = [50, 100, 200];

    public int DoseCompanies { get; private init; } = 4;

    public int SendersEach { get; private init; } = 5;

    /// <summary>Companies for each dose of ties to other units.</summary>
    public int Seeds { get; private init; } = 10;

    public int PartTimeSeeds { get; private init; } = 10;

    /// <summary>Windows whose intervals are held against the truth.</summary>
    public int Windows { get; private init; } = 14;

    /// <summary>Windows whose median place is the truth.</summary>
    public int TruthWindows { get; private init; } = 20;

    public int IntervalSeeds { get; private init; } = 3;

    /// <summary>Draws of the days on which observed contacts fell.</summary>
    public int Draws { get; private init; } = 50;

    /// <summary>Resamples of each bootstrap.</summary>
    public int Resamples { get; private init; } = 1_000;

    public int NullCompanies { get; private init; } = 20;

    public int PersonCount { get; private init; } = 600;

    public int IntervalPersonCount { get; private init; } = 240;
}
