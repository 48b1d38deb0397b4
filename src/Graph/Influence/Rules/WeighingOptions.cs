namespace InfluencerMap.Graph.Influence;

/// <summary>How the stage Weigh makes one tie of the interactions of two people.</summary>
/// <remarks>Where the defaults come from: docs/measures.md, "Influence".</remarks>
public sealed record WeighingOptions
{
    /// <summary>Whether ties keep their direction.</summary>
    /// <value>Default false: strength is symmetric.</value>
    public bool Directed { get; init; }

    /// <summary>
    /// Whether a strength is simply the number of interactions: no decay, dilution, roles, channels, reciprocity or
    /// presence.
    /// </summary>
    /// <value>Default false.</value>
    public bool CountOnly { get; init; }

    /// <summary>
    /// Part of what a delegate sends for somebody that the delegate is credited with, 0 … 1; the rest is the
    /// principal's. Mail of a shared mailbox is wholly the sender's. Not with <see cref="CountOnly"/>.
    /// </summary>
    /// <value>Default 0: the principal is credited; 0.5 shares it evenly.</value>
    public double DelegateShare { get; init => field = OptionBounds.Share(value, nameof(DelegateShare)); }

    internal bool SplitsDelegated => DelegateShare > 0 && !CountOnly;

    /// <summary>Whether an interaction with an audience of k counts 1/k towards each.</summary>
    /// <value>Default true: what is said to ten is not said to one ten times.</value>
    public bool Dilution { get; init; } = true;

    /// <summary>How much one interaction counts by how the recipient was addressed.</summary>
    public RoleWeights Roles { get; init; } = new();

    /// <summary>How much one interaction counts by its channel.</summary>
    public ChannelWeights Channels { get; init; } = new();

    /// <summary>
    /// Minutes of a meeting that count as one interaction, a longer one as more in proportion; null: every meeting
    /// counts one. So does a meeting whose length no source gives.
    /// </summary>
    /// <value>Default 30 minutes.</value>
    public double? MeetingUnitMinutes
    {
        get;
        init => field = OptionBounds.AboveZeroOrNull(value, nameof(MeetingUnitMinutes), "no difference");
    } = 30;

    /// <summary>
    /// Days after which an interaction counts half, seen from the end of the period; null: it never fades.
    /// </summary>
    /// <value>Default 30 days.</value>
    public double? HalfLifeDays
    {
        get;
        init => field = OptionBounds.AboveZeroOrNull(value, nameof(HalfLifeDays), "no decay");
    } = 30;

    /// <summary>
    /// Whether amounts are rates over the days on which both were there, so that leave and a late start lower nothing.
    /// </summary>
    /// <value>Default true.</value>
    public bool Rates { get; init; } = true;

    /// <summary>
    /// Distinct UTC days with interactions that a tie needs; fewer, in proportion, where the two were present together
    /// for part of the period only.
    /// </summary>
    /// <value>Default 2 days.</value>
    public int DaysMin { get; init => field = OptionBounds.AtLeast(1, value, nameof(DaysMin)); } = 2;

    /// <summary>
    /// Whether a tie needs interactions both ways, one within <see cref="ReciprocityDays"/> of the other.
    /// </summary>
    /// <value>Default true.</value>
    public bool ReciprocalOnly { get; init; } = true;

    /// <summary>
    /// Most days between an interaction and one the other way, days on which either was away left out; null: anywhere
    /// in the period.
    /// </summary>
    /// <value>Default 28 days: four weeks, as the field does.</value>
    public int? ReciprocityDays
    {
        get;
        init => field = value is null ? null : OptionBounds.AtLeast(0, value.Value, nameof(ReciprocityDays));
    } = 28;

    /// <summary>
    /// Days on which each addressed the other, not only copied them, that a tie needs under
    /// <see cref="ReciprocalOnly"/>; with <see cref="Dilution"/> a day on which it was among k people counts 1/k.
    /// Fewer, in proportion, as <see cref="DaysMin"/>, and under 56 days of data.
    /// </summary>
    /// <value>Default 2 days: neither an answer once in half a year nor round mail makes a tie.</value>
    public double DaysEachWay { get; init => field = OptionBounds.Weight(value, nameof(DaysEachWay)); } = 2;

    /// <summary>Part of a strength that the balance between the two directions decides, 0 … 1.</summary>
    /// <value>Default 0.5: a wholly one-sided exchange counts half.</value>
    public double Balance { get; init => field = OptionBounds.Share(value, nameof(Balance)); } = 0.5;
}
