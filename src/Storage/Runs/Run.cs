using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>One nightly computation: its inputs, its options and its results.</summary>
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

    /// <summary>SHA-256 over the compiled programs that read and scored; empty where a run is older than it.</summary>
    public string CodeHash { get; init; } = "";

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

    /// <summary>Interactions read from the period, by channel in the order of <see cref="Channel"/>.</summary>
    public IReadOnlyList<ChannelCount> Channels { get; init; } = [];

    /// <summary>Everything that was ever imported from files before publishing, by format.</summary>
    public IReadOnlyList<ImportedFormat> Imports { get; init; } = [];

    /// <summary>How betweenness was sampled; null where it is exact.</summary>
    public RunSampling? Sampling { get; init; }

    /// <summary>Most memory that the program held; 0 where a run is older than it.</summary>
    public long PeakMemoryBytes { get; init; }
}

/// <summary>How a source stood when a run was published.</summary>
/// <param name="Source">Its name, such as <c>sent-items</c>.</param>
/// <param name="IsComplete">Whether its last collection reached its end.</param>
/// <param name="CollectedAt">When that collection began, UTC.</param>
/// <param name="Items">Items that it read, such as messages.</param>
/// <param name="Stored">Interactions of them that were not there yet.</param>
/// <param name="AlreadyThere">Interactions of them that were.</param>
public sealed record RunSource(
    string Source, bool IsComplete, DateTime CollectedAt, long Items = 0, long Stored = 0, long AlreadyThere = 0);

/// <summary>Interactions of one channel.</summary>
/// <param name="Channel">As files spell it, such as <c>channelPost</c>.</param>
/// <param name="Count">How many of the window.</param>
public sealed record ChannelCount(string Channel, long Count);

/// <summary>What files of one format gave.</summary>
/// <param name="Format">Its name, such as <c>mbox</c>.</param>
/// <param name="Files">Imports of files or folders.</param>
/// <param name="RowsRead">Rows that they had.</param>
/// <param name="RowsStored">Rows that were not there yet.</param>
public sealed record ImportedFormat(string Format, int Files, long RowsRead, long RowsStored);

/// <summary>How betweenness was sampled: with probability 1 − Delta no score is off by more than Epsilon.</summary>
/// <param name="SourceCount">Sources drawn.</param>
/// <param name="Epsilon">Largest error, as a share of all ordered pairs.</param>
/// <param name="Delta">Probability that any score is further off.</param>
/// <param name="Seed">What they were drawn by.</param>
public sealed record RunSampling(int SourceCount, double Epsilon, double Delta, ulong Seed);

/// <summary>How long one step of a run took.</summary>
public sealed record StepDuration(string Step, long ElapsedMs);
