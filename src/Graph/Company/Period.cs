namespace InfluencerMap.Graph.Company;

/// <summary>A half-open span of time <c>[From, To)</c> in UTC.</summary>
public readonly record struct Period
{
    /// <exception cref="ArgumentException">An end is not UTC, or the period is empty.</exception>
    public Period(DateTime from, DateTime to)
    {
        if (from.Kind != DateTimeKind.Utc || to.Kind != DateTimeKind.Utc)
            throw new ArgumentException("Both ends of a period are UTC.");
        if (from >= to)
            throw new ArgumentException($"A period ends after it begins: {from:O} … {to:O}.");
        From = from;
        To = to;
    }

    /// <summary>First instant inside, UTC.</summary>
    public DateTime From { get; }

    /// <summary>First instant after, UTC.</summary>
    public DateTime To { get; }

    /// <summary>Length in days.</summary>
    public double Days => (To - From).TotalDays;

    /// <summary>The days that end with the beginning of <paramref name="asOf"/>.</summary>
    public static Period Before(DateOnly asOf, int windowDays)
    {
        var to = asOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return new(to.AddDays(-windowDays), to);
    }

    /// <summary>Whether the instant lies inside.</summary>
    public bool Contains(DateTime instant) => From <= instant && instant < To;
}
