using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Why the places of a run are provisional, for every report that shows them.</summary>
internal sealed class ProvisionalWords(IReadOnlyList<ProvisionalReason> reasons)
{
    public static async Task<ProvisionalWords> OfAsync(Store store, Run run, CancellationToken cancellation) =>
        new(await Provisional.OfAsync(store, run, cancellation));

    /// <summary>Sentences; none where the places stand.</summary>
    public string[] Reasons => [.. reasons.Select(one => one.Reason)];

    /// <summary>Names of the rules, separated by blanks; null where the places stand.</summary>
    public string? Rules => reasons.Count == 0 ? null : string.Join(' ', reasons.Select(one => one.Rule));

    /// <summary>The sentences after another one.</summary>
    public string InLine => string.Concat(Reasons.Select(reason => " " + reason));
}
