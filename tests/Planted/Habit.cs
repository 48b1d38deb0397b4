using InfluencerMap.Graph.Company;

namespace InfluencerMap.Planted;

/// <summary>What two people keep doing: contacts of an average number a week, in episodes.</summary>
/// <param name="One">Whoever begins <paramref name="OneShare"/> of the contacts.</param>
/// <param name="Other">The other.</param>
/// <param name="PerWeek">Contacts a week on average, both directions together.</param>
/// <param name="OneShare">Share of the contacts that <paramref name="One"/> begins.</param>
public sealed record Habit(PersonId One, PersonId Other, double PerWeek, double OneShare = 0.5)
{
    /// <summary>First and last day on which it holds, from 0; all days unless said.</summary>
    public (int From, int To) Days { get; init; } = (0, int.MaxValue);
}

/// <summary>How contacts come: alone, or several within six days. The average is the same.</summary>
public enum Burst
{
    /// <summary>Each by itself (Poisson).</summary>
    None = 1,

    /// <summary>Two in six days.</summary>
    Mild = 2,

    /// <summary>Eight in six days.</summary>
    Strong = 8,
}
