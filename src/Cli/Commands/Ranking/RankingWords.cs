using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What every listing of a run's people says beside its rows.</summary>
internal sealed class RankingWords(Run run, RankedRun ranked, string by, ProvisionalWords provisional)
{
    public string Origin =>
        $"Run {run.Id}, preset {run.Options.Preset}, " +
        $"{run.Period.From:yyyy-MM-dd} up to {run.Period.To:yyyy-MM-dd}: " +
        $"{run.RankedCount:N0} of {run.PersonCount:N0} people ranked, by {by.ToLowerInvariant()}."
        + Missing + provisional.InLine;

    private string Missing => run.Sources.Where(source => !source.IsComplete).ToArray() is { Length: > 0 } missing
        ? $" NOT COMPLETE when it was scored: {string.Join(", ", missing.Select(source => source.Source))}."
        : "";

    /// <summary>Never last: who cannot be measured is somebody to ask about, not somebody without influence.</summary>
    public string? Unmeasured => (run.PersonCount - run.RankedCount) switch
    {
        0 => null,
        var count => $"{count:N0} more {(count == 1 ? "person is" : "people are")} not measurable by these sources: "
            + "not ranked, which is not last. influencermap hygiene says why; nominations by colleagues reach them.",
    };

    /// <summary>Why a listing is empty though people are ranked.</summary>
    public string NobodyFits(string? department) =>
        NoDepartment(department) ?? "Nobody who is ranked fits these filters.";

    /// <summary>Which departments there are, where nobody of the run is of the one asked for; else null.</summary>
    private string? NoDepartment(string? department)
    {
        string[] known = [.. ranked.People.People.Select(person => person.Department).OfType<string>().Distinct()
            .Order(StringComparer.Ordinal)];
        return department is null || known.Length == 0 || known.Contains(department)
            ? null
            : $"There is no department '{department}'. {Nearest.Among(known, department)}";
    }
}
