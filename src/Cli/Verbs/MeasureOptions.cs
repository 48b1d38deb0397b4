using System.CommandLine;
using InfluencerMap.Graph;

namespace InfluencerMap.Cli.Verbs;

/// <summary>The options of <c>measure</c>.</summary>
internal sealed class MeasureOptions
{
    private readonly Argument<FileInfo> _path = new("edgelist")
    {
        Description = "Rows of 'source target [weight]': whole numbers, # and % comments, gzipped or not.",
    };

    private readonly Option<MeasureName> _measure = SharedOptions.OneOf(
        "--measure", "What to compute; betweenness is raw, over ordered pairs.", MeasureName.Betweenness);

    private readonly Option<bool> _directed = new("--directed")
    {
        Description = "Edges lead from source to target only.",
    };

    private readonly Option<bool> _weighted = new("--weighted")
    {
        Description = "Reads the third column: for betweenness as lengths, whole numbers 1 to 8, of parallel edges "
            + "the shortest; for pagerank and degree as strengths, which add up.",
    };

    private readonly Option<int> _steps = new("--steps")
    {
        Description = "For reach: in at most how many steps.",
        HelpName = "n",
        DefaultValueFactory = _ => 2,
    };

    private readonly Option<int> _threads = SharedOptions.Threads();

    private readonly Option<Precision> _precision = SharedOptions.OneOf(
        "--precision", "For betweenness: relative error of at most 1e-5, or 1e-12.", Precision.Float);

    private readonly Option<Engine> _engine = SharedOptions.OneOf(
        "--engine", "For betweenness: from all sources, from a sample, or as the size suggests.", Engine.Auto);

    private readonly Option<double?> _epsilon = new("--epsilon")
    {
        Description = "For a sample: largest error of any score, as a share of all ordered pairs; "
            + "a tenth of the tenth highest score when left out.",
        HelpName = "share",
    };

    private readonly Option<double> _delta = new("--delta")
    {
        Description = "For a sample: probability that any score is further off.",
        HelpName = "share",
        DefaultValueFactory = _ => new SampledOptions().Delta,
    };

    private readonly Option<int?> _top = new("--top")
    {
        Description = "Only the k highest, highest first; a sample stops as soon as these are certain.",
        HelpName = "k",
    };

    private readonly Option<string?> _csv = new("--csv")
    {
        Description = "Writes to a file instead.",
        HelpName = "file",
    };

    private readonly Option<bool> _timing = new("--timing")
    {
        Description = "Says on standard error what took how long.",
    };

    public void AddTo(Command verb)
    {
        verb.Add(_path);
        foreach (var option in new Option[]
        {
            _measure, _directed, _weighted, _steps, _threads, _precision, _engine, _epsilon, _delta, _top, _csv,
            _timing,
        })
            verb.Add(option);
    }

    public MeasureRequest Read(ParseResult parsed) => new()
    {
        Path = parsed.GetRequiredValue(_path).FullName,
        Measure = parsed.GetValue(_measure),
        Directed = parsed.GetValue(_directed),
        Weighted = parsed.GetValue(_weighted),
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
