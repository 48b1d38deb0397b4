using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>Why the places of a run are provisional.</summary>
/// <param name="Rule">short-history or low-mapping.</param>
/// <param name="Reason">In sentences, as the night found it, and whether it can ever end.</param>
public sealed record ProvisionalReason(string Rule, string Reason);

/// <summary>What a night found too little of to rely on its places: said wherever places are shown.</summary>
public static class Provisional
{
    /// <summary>The reasons among what a night counted; none where the places stand.</summary>
    public static IReadOnlyList<ProvisionalReason> In(IEnumerable<HygieneCount> counts) =>
    [
        .. from counted in counts
           where counted.Count > 0 && InfluenceRules.Named(counted.Rule).Stage == RuleStage.Readiness
           select new ProvisionalReason(counted.Rule, counted.Reason),
    ];

    public static async Task<IReadOnlyList<ProvisionalReason>> OfAsync(
        Store store, Run run, CancellationToken cancellation) =>
        In(await store.Rankings.HygieneAsync(run.Id, cancellation));
}
