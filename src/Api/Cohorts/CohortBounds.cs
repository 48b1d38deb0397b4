using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Disclosure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

/// <summary>
/// The quotas of a request over the groups that may be spoken of. Whether they can be kept is judged by headcounts of
/// those alone, whoever is included, excluded or agreed: the verdict then tells of nobody.
/// </summary>
internal sealed class CohortBounds(CohortRequest request, ShownTraits traits)
{
    private readonly AskedQuota[] _asked = [.. request.AskedQuotas()];

    /// <summary>Wishes that hold for some groups only.</summary>
    public string[] NotBounded =>
    [
        .. _asked.Where(asked => asked.Value is null && traits.Withholds(asked.Trait)).Select(asked => asked.Name)
            .Distinct(),
    ];

    /// <summary>In the words of the graph library; of what is bounded for no group too, as it was asked for.</summary>
    public CohortQuota[] Quotas =>
    [
        .. _asked.Select(asked => new CohortQuota(asked.Trait, asked.Value, asked.Min, asked.Max)
        {
            OnlyValues = asked.Value is null ? [.. traits.By(asked.Trait).Keys] : null,
        }),
    ];

    /// <summary>Why these bounds are refused; null where they are not.</summary>
    public ProblemHttpResult? Against()
    {
        if (_asked.Any(asked => asked.Value is { } value && !traits.Shows(asked.Trait, value)))
            return Problems.GroupNotShown();
        var (size, includedCount) = (request.SizeAsked, request.Included.Length);
        foreach (var asked in _asked.GroupBy(asked => asked.Trait))
        {
            var shares = new SeatShares(traits.PersonCount, size, BoundsOf(asked.Key, [.. asked], size));
            string[] wishes = [.. asked.Select(one => one.InOwnWords).Distinct()];
            if (!shares.FitIn(size - includedCount))
                return CohortProblems.NoSuchCohort(
                    [$"size {size}", .. includedCount > 0 ? new[] { "include" } : [], .. wishes]);
            if (!shares.TellLittle(needsHalf: asked.Key != CohortTrait.Team))
                return CohortProblems.TellsOfMembers([$"size {size}", .. wishes]);
        }
        return null;
    }

    /// <summary>Every group of a trait that is shown, with the narrowest bounds asked for.</summary>
    private IEnumerable<(SeatBounds Bounds, int PersonCount)> BoundsOf(
        CohortTrait trait, AskedQuota[] asked, int size) =>
        traits.By(trait).Select(group =>
        {
            var own = asked.Where(one => one.Value is null || one.Value == group.Key).ToArray();
            return (
                new SeatBounds(
                    own.Select(one => one.Min).DefaultIfEmpty().Max(),
                    own.Select(one => one.Max ?? size).DefaultIfEmpty(size).Min()),
                group.Value);
        });
}
