namespace InfluencerMap.Demo;

/// <summary>Decides the whole synthetic company: the same options give the same bytes on every machine.</summary>
public sealed record DemoOptions
{
    /// <summary>People in the directory over the whole time, joiners and leavers included.</summary>
    /// <value>Default 1,200; from 60, so that every department has somebody, to 200,000.</value>
    public int People
    {
        get;
        init => field = value is >= 60 and <= 200_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(People), $"People {value:N0} is outside 60 … 200,000.");
    } = 1_200;

    /// <summary>Chooses one company among all.</summary>
    /// <value>Default 1.</value>
    public long Seed { get; init; } = 1;

    /// <summary>Months of activity before <see cref="AsOf"/>.</summary>
    /// <value>Default 6; from 1 to 24.</value>
    public int Months
    {
        get;
        init => field = value is >= 1 and <= 24
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Months), $"Months {value} is outside 1 … 24.");
    } = 6;

    /// <summary>
    /// People of other departments whom each hidden influencer knows; the fewer, the harder they are to find.
    /// </summary>
    /// <value>
    /// Default null: ten to fifteen are drawn for each, of whom some turn out to be of the same department or known
    /// already. From 1 to 24.
    /// </value>
    public int? CrossTies
    {
        get;
        init => field = value is null or (>= 1 and <= 24)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(CrossTies), $"CrossTies {value} is outside 1 … 24.");
    }

    /// <summary>First day after the activity; fixed, so that the demo prints the same ranking on any date.</summary>
    /// <value>Default 2026-07-01.</value>
    public DateOnly AsOf { get; init; } = new(2026, 7, 1);

    /// <summary>First day of activity.</summary>
    public DateOnly From => AsOf.AddMonths(-Months);
}
