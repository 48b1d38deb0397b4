using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Engine;

/// <summary>What a night computes.</summary>
public sealed record NightlyOptions
{
    /// <summary>The span of events to score.</summary>
    public required Period Period { get; init; }

    /// <summary>How events become a ranking.</summary>
    public required InfluenceOptions Influence { get; init; }

    /// <summary>Threads to compute with; 0 takes all cores.</summary>
    public int Threads { get; init; }

    /// <summary>Most work that the effects of the rules may cost; below 0 they are not computed.</summary>
    public double EffectsWorkMax { get; init; } = RuleEffects.WorkMax;

    /// <summary>Most work that rank intervals may cost; below 0 they are not computed.</summary>
    public double IntervalsWorkMax { get; init; } = RankIntervals.WorkMax;

    /// <summary>Whether the window's length was asked for; else retention may shorten it.</summary>
    public bool WindowIsChosen { get; init; }

    /// <summary>Whether how fast interactions fade was asked for; else the night says how little of a
    /// window of years counts.</summary>
    public bool RecencyIsChosen { get; init; }

    /// <summary>Whether the window ends with today by the clock, not with a day that was asked for.</summary>
    public bool EndsToday { get; init; }

    /// <summary>Most of the people or interactions of the last run that a night may lose, 0 to 1.</summary>
    public double DropShareMax { get; init; } = 0.5;

    /// <summary>Of how many runs, the latest among them, the ties are kept.</summary>
    public int TiesOfRunsMax { get; init; } = 10;

    /// <summary>Publish whatever was lost.</summary>
    public bool AcceptDrop { get; init; }
}
