namespace InfluencerMap.Graph.Influence;

/// <summary>What no person does. Only an account beyond all three limits is taken for a program.</summary>
public sealed record BotLimits
{
    /// <summary>Least events sent on a day on which any was sent, on average.</summary>
    /// <value>Default 50 events a day: several times what busy people send by hand.</value>
    public double PerDayMin { get; init => field = OptionBounds.Weight(value, nameof(PerDayMin)); } = 50;

    /// <summary>Below this share of what it sends, an account hears back: received by events sent.</summary>
    /// <value>Default 0.02: nobody answers a program.</value>
    public double ReplyShareMax { get; init => field = OptionBounds.Share(value, nameof(ReplyShareMax)); } = 0.02;

    /// <summary>Least hours of the day, of 24, in which anything was ever sent.</summary>
    /// <value>Default 20 hours: people sleep, whatever their time zone.</value>
    public int HoursMin
    {
        get;
        init => field = value is >= 1 and <= 24
            ? value
            : Throw.OptionOutside(nameof(HoursMin), value, "hours from 1 to 24");
    } = 20;
}
