using System.Text.Json;

namespace InfluencerMap.Storage;

/// <summary>A run as stored.</summary>
internal sealed record RunRow(
    string Id, long PublishedMs, long FromMs, long ToMs, string Options, string InputHash, string OptionsHash,
    string CodeVersion, long PersonCount, long RankedCount, long InteractionCount, long TieCount, string Steps,
    string Sources, string CodeHash, string Manifest)
{
    public static RunRow From(Run run) => new(
        run.Id, Instant.ToMs(run.PublishedAt), Instant.ToMs(run.Period.From), Instant.ToMs(run.Period.To),
        OptionsJson.Write(run.Options), run.InputHash, run.OptionsHash, run.CodeVersion,
        run.PersonCount, run.RankedCount, run.InteractionCount, run.TieCount,
        JsonSerializer.Serialize(run.Steps, RunJson.Default.IReadOnlyListStepDuration),
        JsonSerializer.Serialize(run.Sources, RunJson.Default.IReadOnlyListRunSource),
        run.CodeHash,
        JsonSerializer.Serialize(
            new(run.Channels, run.Imports, run.Sampling, run.PeakMemoryBytes), RunJson.Default.RunDetails));

    public Run ToRun()
    {
        var details = JsonSerializer.Deserialize(Manifest, RunJson.Default.RunDetails)!;
        return new()
        {
            Id = Id,
            Period = new(Instant.FromMs(FromMs), Instant.FromMs(ToMs)),
            Options = OptionsJson.Read(Options),
            InputHash = InputHash,
            OptionsHash = OptionsHash,
            CodeVersion = CodeVersion,
            PublishedAt = Instant.FromMs(PublishedMs),
            PersonCount = (int)PersonCount,
            RankedCount = (int)RankedCount,
            InteractionCount = InteractionCount,
            TieCount = (int)TieCount,
            Steps = JsonSerializer.Deserialize(Steps, RunJson.Default.IReadOnlyListStepDuration) ?? [],
            Sources = JsonSerializer.Deserialize(Sources, RunJson.Default.IReadOnlyListRunSource) ?? [],
            CodeHash = CodeHash,
            Channels = details.Channels ?? [],
            Imports = details.Imports ?? [],
            Sampling = details.Sampling,
            PeakMemoryBytes = details.PeakMemoryBytes,
        };
    }
}

/// <summary>What is kept of a run's manifest as one text; what an older program did not write is null.</summary>
internal sealed record RunDetails(
    IReadOnlyList<ChannelCount>? Channels, IReadOnlyList<ImportedFormat>? Imports, RunSampling? Sampling,
    long PeakMemoryBytes);
