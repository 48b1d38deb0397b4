using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>A run as stored.</summary>
internal sealed record RunRow(
    string Id, DateTime PublishedAt, DateTime From, DateTime To, InfluenceOptions Options, string InputHash,
    string OptionsHash, string CodeVersion, int PersonCount, int RankedCount, long InteractionCount, int TieCount,
    IReadOnlyList<StepDuration> Steps, IReadOnlyList<RunSource> Sources, string CodeHash, RunDetails Manifest)
{
    public static RunRow Of(Run run) => new(
        run.Id, run.PublishedAt, run.Period.From, run.Period.To, run.Options, run.InputHash, run.OptionsHash,
        run.CodeVersion, run.PersonCount, run.RankedCount, run.InteractionCount, run.TieCount, run.Steps, run.Sources,
        run.CodeHash, new(run.Channels, run.Imports, run.Sampling, run.PeakMemoryBytes));

    public Run ToRun() => new()
    {
        Id = Id,
        Period = new(From, To),
        Options = Options,
        InputHash = InputHash,
        OptionsHash = OptionsHash,
        CodeVersion = CodeVersion,
        PublishedAt = PublishedAt,
        PersonCount = PersonCount,
        RankedCount = RankedCount,
        InteractionCount = InteractionCount,
        TieCount = TieCount,
        Steps = Steps,
        Sources = Sources,
        CodeHash = CodeHash,
        Channels = Manifest.Channels ?? [],
        Imports = Manifest.Imports ?? [],
        Sampling = Manifest.Sampling,
        PeakMemoryBytes = Manifest.PeakMemoryBytes,
    };
}

/// <summary>What is kept of a run's manifest as one text; what an older program did not write is null.</summary>
internal sealed record RunDetails(
    IReadOnlyList<ChannelCount>? Channels, IReadOnlyList<ImportedFormat>? Imports, RunSampling? Sampling,
    long PeakMemoryBytes);
