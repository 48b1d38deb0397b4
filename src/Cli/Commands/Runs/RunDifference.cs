using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>How the ranking of one run became that of another: by data, options or code, and who moved most.</summary>
internal sealed class RunDifference(RankedRun before, RankedRun after, PeopleNames names)
{
    public static async Task<RunDifference> ReadAsync(
        Store store, Run before, Run after, CancellationToken cancellation) =>
        new(
            await RankedRun.ReadAsync(store, before, cancellation),
            await RankedRun.ReadAsync(store, after, cancellation),
            await PeopleNames.ReadAsync(store, cancellation));

    /// <summary>What differs, one line each; every changed rank follows from these and from nothing else.</summary>
    public IEnumerable<string> Causes
    {
        get
        {
            var (a, b) = (before.Run, after.Run);
            var causes = new List<string>();
            if (a.InputHash != b.InputHash || a.Period != b.Period)
                causes.Add(
                    $"data: {a.PersonCount:N0} → {b.PersonCount:N0} people, {a.InteractionCount:N0} → "
                    + $"{b.InteractionCount:N0} interactions{Channels(a, b)}, window {Text(a.Period)} → "
                    + $"{Text(b.Period)}, input {Hash(a.InputHash)} → {Hash(b.InputHash)}");
            var options = OptionsJson.List(a.Options).Zip(OptionsJson.List(b.Options))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair => $"{pair.First.Key} {pair.First.Value} → {pair.Second.Value}")
                .ToArray();
            if (options.Length > 0)
                causes.Add($"options: {string.Join(", ", options)}");
            if (a.CodeHash != b.CodeHash || a.CodeVersion != b.CodeVersion)
                causes.Add(
                    $"code: {a.CodeVersion} → {b.CodeVersion}, {Hash(a.CodeHash)} → {Hash(b.CodeHash)}");
            return causes.Count > 0 ? causes : ["nothing: the same data, options and code"];
        }
    }

    /// <summary>Runs without rank intervals: whether a change is more than noise is not known.</summary>
    public IEnumerable<Run> WithoutIntervals =>
        from ranked in (RankedRun[])[before, after]
        where ranked.RankedCount > 0 && ranked.Ranking.All(person => person.RankLow is null)
        select ranked.Run;

    /// <summary>The largest changes of place, with what each part of the score gained or lost; then by id.</summary>
    public IReadOnlyList<RunMove> Moves
    {
        get
        {
            var first = before.Ranking.ToDictionary(person => person.PersonId);
            var second = after.Ranking.ToDictionary(person => person.PersonId);
            return
            [
                .. first.Keys.Union(second.Keys)
                    .Select(id => Move(id, first.GetValueOrDefault(id), second.GetValueOrDefault(id)))
                    .Where(move => move.RankBefore != move.RankAfter)
                    .OrderByDescending(Distance)
                    .ThenBy(move => move.Person, StringComparer.Ordinal),
            ];
        }
    }

    private RunMove Move(PersonId id, RankedPerson? first, RankedPerson? second) => new(
        names.IdOf(id), names.NameOf(id), first?.Rank, second?.Rank,
        (second?.BetweennessShare ?? 0) - (first?.BetweennessShare ?? 0),
        (second?.ReachShare ?? 0) - (first?.ReachShare ?? 0),
        (second?.PageRankShare ?? 0) - (first?.PageRankShare ?? 0),
        Overlap(first, second));

    /// <summary>Null where either has no interval.</summary>
    private static bool? Overlap(RankedPerson? first, RankedPerson? second) =>
        first?.RankLow is { } low && first.RankHigh is { } high
            && second?.RankLow is { } otherLow && second.RankHigh is { } otherHigh
            ? low <= otherHigh && otherLow <= high
            : null;

    /// <summary>Who comes in or goes out moves from or to behind the last.</summary>
    private int Distance(RunMove move) => Math.Abs(
        (move.RankBefore ?? before.RankedCount + 1) - (move.RankAfter ?? after.RankedCount + 1));

    private static string Channels(Run a, Run b)
    {
        var changed =
            from channel in a.Channels.Concat(b.Channels).Select(counted => counted.Channel).Distinct()
            let before = CountOf(a, channel)
            let after = CountOf(b, channel)
            where before != after
            select $"{channel} {before:N0} → {after:N0}";
        return a.Channels.Count > 0 && b.Channels.Count > 0 && string.Join(", ", changed) is { Length: > 0 } text
            ? $" ({text})"
            : "";
    }

    private static long CountOf(Run run, string channel) =>
        run.Channels.FirstOrDefault(counted => counted.Channel == channel)?.Count ?? 0;

    /// <summary>The first digits, as the manifest begins with them; a run of an older program has no hash.</summary>
    private static string Hash(string hash) => hash.Length > 8 ? hash[..8] : "unknown";

    private static string Text(Period period) => $"{period.From:yyyy-MM-dd}…{period.To:yyyy-MM-dd}";
}

/// <summary>Where a person stood in two runs, and what the parts of the score gained.</summary>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="RankBefore">Null = not ranked.</param>
/// <param name="RankAfter">Null = not ranked.</param>
/// <param name="Betweenness">What its share of the score gained.</param>
/// <param name="Reach">What its share of the score gained.</param>
/// <param name="PageRank">What its share of the score gained.</param>
/// <param name="IsNoise">Whether the rank intervals overlap; null where one is missing.</param>
internal sealed record RunMove(
    [Shown("person")] string Person, [Shown("name")] string? Name, [Shown("place A", Missing = "none")] int? RankBefore,
    [Shown("place B", Missing = "none")] int? RankAfter,
    [Shown("betweenness", 3, Format = "+0.000;-0.000;0")] double Betweenness,
    [Shown("reach", 2, Format = "+0.000;-0.000;0")] double Reach,
    [Shown("PageRank", 1, Format = "+0.000;-0.000;0")] double PageRank, bool? IsNoise);

/// <summary>The difference of two runs, as programs read it.</summary>
/// <param name="Causes">What differs, a sentence each.</param>
/// <param name="Notes">What else is to be known, a sentence each.</param>
/// <param name="Moves">All changes of place that are asked for, the largest first.</param>
internal sealed record RunDifferenceLines(
    IReadOnlyList<string> Causes, IReadOnlyList<string> Notes, IReadOnlyList<RunMove> Moves);
