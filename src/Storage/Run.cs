using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>One nightly computation: what went in, what was decided, what came out.</summary>
/// <remarks>
/// The same inputs, options and code give the same <see cref="Id"/>, so repeating a night changes nothing.
/// </remarks>
public sealed record Run
{
    /// <summary>16 hexadecimal digits from the hashes below.</summary>
    public required string Id { get; init; }

    /// <summary>The span of events that the run rests on.</summary>
    public required Period Period { get; init; }

    /// <summary>The options in full.</summary>
    public required InfluenceOptions Options { get; init; }

    /// <summary>SHA-256 of people and interactions as read.</summary>
    public required string InputHash { get; init; }

    /// <summary>SHA-256 of the options as stored.</summary>
    public required string OptionsHash { get; init; }

    /// <summary>Version of the program that computed.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>When the run was last published, UTC; the latest run is the one last published.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>People in the graph.</summary>
    public required int PersonCount { get; init; }

    /// <summary>People with a rank.</summary>
    public required int RankedCount { get; init; }

    /// <summary>Interactions read from the period.</summary>
    public required long InteractionCount { get; init; }

    /// <summary>Ties in the graph.</summary>
    public required int TieCount { get; init; }

    /// <summary>Milliseconds by step, in order.</summary>
    public required IReadOnlyList<StepDuration> Steps { get; init; }

    /// <summary>Every source that was ever collected, by name, as of its last collection before publishing.</summary>
    public IReadOnlyList<RunSource> Sources { get; init; } = [];
}

/// <summary>How a source stood when a run was published.</summary>
/// <param name="Source">Its name, such as <c>sent-items</c>.</param>
/// <param name="IsComplete">Whether its last collection reached its end.</param>
/// <param name="CollectedAt">When that collection began, UTC.</param>
public sealed record RunSource(string Source, bool IsComplete, DateTime CollectedAt);

/// <summary>How long one step of a run took.</summary>
public sealed record StepDuration(string Step, long ElapsedMs);
