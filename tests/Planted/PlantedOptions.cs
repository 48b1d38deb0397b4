namespace InfluencerMap.Planted;

/// <summary>How a planted company is made.</summary>
public sealed record PlantedOptions
{
    /// <summary>Decides everything else.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>People in all.</summary>
    public int PersonCount { get; init; } = 600;

    /// <summary>Departments.</summary>
    public int UnitCount { get; init; } = 12;

    /// <summary>Ties of each bridge to other units: the dose.</summary>
    public int CrossTies { get; init; } = 16;

    /// <summary>
    /// The same of the first <see cref="PlantedCompany.ChangedCount"/> bridges alone: between two companies of one seed
    /// that differ in it, nobody else changes.
    /// </summary>
    /// <value>Default null: as <see cref="CrossTies"/>.</value>
    public int? CrossTiesOfFirst { get; init; }

    /// <summary>Days of mail.</summary>
    public int DayCount { get; init; } = 182;

    /// <summary>How contacts come.</summary>
    public Burst Burst { get; init; } = Burst.None;

    /// <summary>Share of the staff who move to another unit in the middle.</summary>
    public double MovedShare { get; init; }
}
