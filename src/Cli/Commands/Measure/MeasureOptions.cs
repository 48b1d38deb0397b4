using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Graph;

namespace InfluencerMap.Cli;

/// <summary>The options of <c>measure</c>.</summary>
internal sealed class MeasureOptions
{
    public Argument<FileInfo> Path { get; } = new("edgelist")
    {
        Description = "Rows of 'source target [weight]' with ids of any kind, separated by blanks, tabs, commas, "
            + "semicolons or bars; Matrix Market, Pajek or a matrix of ties. # and % begin comments; gzipped or not.",
    };

    public Option<MeasureName> Measure { get; } = SharedOptions.OneOf(
        "--measure", "What to compute; betweenness is raw, over ordered pairs (docs/measures.md). With --directed, "
            + "degree counts both ways, in and out, and harmonic and reach go outward.", MeasureName.Betweenness);

    public Option<bool> Directed { get; } = Options.Flag("--directed", "Edges lead from source to target only.");

    public Option<bool> Weighted { get; } = Options.Flag(
        "--weighted", "Reads the weights, from the third column where no heading names another: for paths as "
            + "lengths, of parallel edges the shortest; for other measures as strengths, which add up.");

    public Option<WeightReading?> Weights { get; } = Options.Of<WeightReading?>(
        "--weights", "length|strength|inverse", "Reads the weights as said. From strength, paths get lengths "
            + "1 to 8 (docs/measures.md), from inverse lengths of 1 / weight; from length, other measures make "
            + "strengths of 1 / weight.");

    public Option<double> EqualWithin { get; } = Options.Of<double>(
        "--equal-within", "share", "For lengths that are not whole: two paths count as equally long when they differ "
            + "by at most this share, such as 1e-9. 0 compares their sums as they are.");

    public Option<bool> SizeLine { get; } = Options.Flag(
        "--size-line", "The first row states the numbers of nodes and edges. Never guessed.");

    public Option<Heading> Header { get; } = SharedOptions.OneOf(
        "--header", "Whether the first row is a heading; auto decides by its words.", Heading.Auto);

    public Option<DecimalMark> Decimal { get; } = SharedOptions.OneOf(
        "--decimal", "Of weights; auto decides by all of them and refuses what may be either.", DecimalMark.Auto);

    public Option<NetworkLayout> Layout { get; } = SharedOptions.OneOf(
        "--layout", "A row for each edge, or a matrix.", NetworkLayout.Auto);

    public Option<int> Steps { get; } = Options.Of<int>("--steps", "n", "For reach: in at most how many steps.", 2);

    public Option<double?> Cutoff { get; } = Options.Of<double?>(
        "--cutoff", "length", "For betweenness and edge-betweenness: only paths up to this length.");

    public Option<string?> Sources { get; } = Options.Of<string?>(
        "--sources", "file", "For betweenness and edge-betweenness: only paths from these nodes; a row for each.");

    public Option<string?> Targets { get; } = Options.Of<string?>(
        "--targets", "file", "The same for paths to these nodes.");

    public Option<string?> Start { get; } = Options.Of<string?>(
        "--start", "file", "For pagerank: where the walk starts anew, rows of 'node[,share]' (personalised).");

    public Option<string?> Groups { get; } = Options.Of<string?>(
        "--groups", "file", "For roles of brokers, ei-index and cross-share: rows of 'node,group'.");

    public Option<int> Threads { get; } = SharedOptions.Threads();

    public Option<Precision> Precision { get; } = SharedOptions.OneOf(
        "--precision", "For betweenness: relative error of at most 1e-5, or 1e-12.", Graph.Precision.Float);

    public Option<Engine> Engine { get; } = SharedOptions.OneOf(
        "--engine", "For betweenness: from all sources, from a sample, or as the size suggests.", Cli.Engine.Auto);

    public Option<double?> Epsilon { get; } = Options.Of<double?>(
        "--epsilon", "share", "For a sample: largest error of any score, as a share of all ordered pairs; a tenth of "
            + "the tenth highest score when left out.");

    public Option<double> Delta { get; } = Options.Of<double>(
        "--delta", "share", "For a sample: probability that any score is further off.", new SampledOptions().Delta);

    public Option<double> Resolution { get; } = Options.Of<double>(
        "--resolution", "r", "For leiden: above 0; higher gives more and smaller communities.",
        new LeidenOptions().Resolution);

    public Option<CommunityQuality> Quality { get; } = SharedOptions.OneOf(
        "--quality", "For leiden: what the communities are chosen by; cpm is the constant Potts model.",
        CommunityQuality.Modularity);

    public Option<ulong> Seed { get; } = Options.Of<ulong>(
        "--seed", "s", "For leiden: the same seed gives the same communities.", new LeidenOptions().Seed);

    public Option<int> BestOf { get; } = Options.Of<int>(
        "--best-of", "k", "For leiden: how many seeds are tried, from --seed on; the best is printed.", 10);

    public Option<int?> Top { get; } = Options.Of<int?>(
        "--top", "k", "Only the k highest, highest first; a sample stops as soon as these are certain.");

    public Option<string?> Csv { get; } = Options.Of<string?>("--csv", "file", "Writes to a file instead.");

    public Option<bool> Timing { get; } = Options.Flag("--timing", "Says on standard error what took how long.");

    public MeasureOptions() =>
        Weights.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "length", "strength", "inverse");

    public IEnumerable<Symbol> All =>
    [
        Path, Measure, Directed, Weighted, Weights, EqualWithin, SizeLine, Header, Decimal, Layout, Steps,
        Cutoff, Sources, Targets, Start, Groups, Threads, Precision, Engine, Epsilon, Delta,
        Resolution, Quality, Seed, BestOf, Top, Csv, Timing,
    ];
}
