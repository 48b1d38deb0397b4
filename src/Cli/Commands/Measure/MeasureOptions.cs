using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Graph;

namespace InfluencerMap.Cli;

/// <summary>The options of <c>measure</c>.</summary>
internal sealed class MeasureOptions
{
    private readonly Argument<FileInfo> _path = new("edgelist")
    {
        Description = "Rows of 'source target [weight]' with ids of any kind, separated by blanks, tabs, commas, "
            + "semicolons or bars; Matrix Market, Pajek or a matrix of ties. # and % begin comments; gzipped or not.",
    };

    private readonly Option<MeasureName> _measure = SharedOptions.OneOf(
        "--measure", "What to compute; betweenness is raw, over ordered pairs.", MeasureName.Betweenness);

    private readonly Option<bool> _directed = Options.Flag("--directed", "Edges lead from source to target only.");

    private readonly Option<bool> _weighted = Options.Flag(
        "--weighted", "Reads the weights, from the third column where no heading names another: for betweenness as "
            + "lengths, of parallel edges the shortest; for pagerank and degree as strengths, which add up.");

    private readonly Option<WeightReading?> _weights = Options.Of<WeightReading?>(
        "--weights", "length|strength|inverse", "Reads the weights as said. From strength, betweenness makes lengths "
            + "1 to 8 (docs/measures.md), from inverse lengths of 1 / weight; from length, pagerank and degree make "
            + "strengths of 1 / weight.");

    private readonly Option<double> _equalWithin = Options.Of<double>(
        "--equal-within", "share", "For lengths that are not whole: two paths count as equally long when they differ "
            + "by at most this share, such as 1e-9. 0 compares their sums as they are.");

    private readonly Option<bool> _sizeLine = Options.Flag(
        "--size-line", "The first row states the numbers of nodes and edges. Never guessed.");

    private readonly Option<Heading> _header = SharedOptions.OneOf(
        "--header", "Whether the first row is a heading; auto decides by its words.", Heading.Auto);

    private readonly Option<DecimalMark> _decimal = SharedOptions.OneOf(
        "--decimal", "Of weights; auto decides by all of them and refuses what may be either.", DecimalMark.Auto);

    private readonly Option<NetworkLayout> _layout = SharedOptions.OneOf(
        "--layout", "A row for each edge, or a matrix.", NetworkLayout.Auto);

    private readonly Option<int> _steps = Options.Of<int>("--steps", "n", "For reach: in at most how many steps.", 2);

    private readonly Option<int> _threads = SharedOptions.Threads();

    private readonly Option<Precision> _precision = SharedOptions.OneOf(
        "--precision", "For betweenness: relative error of at most 1e-5, or 1e-12.", Precision.Float);

    private readonly Option<Engine> _engine = SharedOptions.OneOf(
        "--engine", "For betweenness: from all sources, from a sample, or as the size suggests.", Engine.Auto);

    private readonly Option<double?> _epsilon = Options.Of<double?>(
        "--epsilon", "share", "For a sample: largest error of any score, as a share of all ordered pairs; a tenth of "
            + "the tenth highest score when left out.");

    private readonly Option<double> _delta = Options.Of<double>(
        "--delta", "share", "For a sample: probability that any score is further off.", new SampledOptions().Delta);

    private readonly Option<int?> _top = Options.Of<int?>(
        "--top", "k", "Only the k highest, highest first; a sample stops as soon as these are certain.");

    private readonly Option<string?> _csv = Options.Of<string?>("--csv", "file", "Writes to a file instead.");

    private readonly Option<bool> _timing = Options.Flag("--timing", "Says on standard error what took how long.");

    public MeasureOptions() =>
        _weights.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "length", "strength", "inverse");

    public IEnumerable<Symbol> All =>
    [
        _path, _measure, _directed, _weighted, _weights, _equalWithin, _sizeLine, _header, _decimal, _layout, _steps,
        _threads, _precision, _engine, _epsilon, _delta, _top, _csv, _timing,
    ];

    public MeasureRequest Read(ParseResult parsed) => new()
    {
        Path = parsed.GetRequiredValue(_path).FullName,
        Measure = parsed.GetValue(_measure),
        Directed = parsed.GetValue(_directed),
        Weighted = parsed.GetValue(_weighted),
        Weights = parsed.GetValue(_weights),
        EqualWithin = parsed.GetValue(_equalWithin),
        SizeLine = parsed.GetValue(_sizeLine),
        Header = parsed.GetValue(_header),
        Decimal = parsed.GetValue(_decimal),
        Layout = parsed.GetValue(_layout),
        Steps = parsed.GetValue(_steps),
        Threads = SharedOptions.RequireThreads(parsed.GetValue(_threads)),
        Precision = parsed.GetValue(_precision),
        Engine = parsed.GetValue(_engine),
        Epsilon = parsed.GetValue(_epsilon),
        Delta = parsed.GetValue(_delta),
        Top = parsed.GetValue(_top),
        Csv = parsed.GetValue(_csv),
        Timing = parsed.GetValue(_timing),
    };
}
