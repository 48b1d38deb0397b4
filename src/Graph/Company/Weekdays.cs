namespace InfluencerMap.Graph.Company;

/// <summary>Days of the week on which somebody works. Values are stored: never renumber.</summary>
[Flags]
public enum Weekdays : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Sundays.</summary>
    Sunday = 1,

    /// <summary>Mondays.</summary>
    Monday = 2,

    /// <summary>Tuesdays.</summary>
    Tuesday = 4,

    /// <summary>Wednesdays.</summary>
    Wednesday = 8,

    /// <summary>Thursdays.</summary>
    Thursday = 16,

    /// <summary>Fridays.</summary>
    Friday = 32,

    /// <summary>Saturdays.</summary>
    Saturday = 64,

    /// <summary>All seven.</summary>
    All = 127,
}
