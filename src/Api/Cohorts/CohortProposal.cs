using InfluencerMap.Engine;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluencerMap.Api;

/// <summary>One request for a cohort on one run: what speaks against it, and the choice.</summary>
internal sealed class CohortProposal(CohortRequest request, ShownRun shown, RunNetwork network)
{
    /// <summary>A cohort of fewer tells who is tied to its members; nominations were said on purpose.</summary>
    private const int SizeMin = 5, SizeMinNominated = 3;

    private const int ExcludedMax = 20, ExcludedShare = 10;

    private readonly CohortBounds _bounds = new(
        request, ShownTraits.Of(network.People, network.Network.Chart, shown.Groups, shown.Policy));

    /// <summary>The fewest people that a cohort, a list compared with or a scenario may be of.</summary>
    public static int LeastOf(Run run) => run.Options.Nominations ? SizeMinNominated : SizeMin;

    /// <summary>What is wrong with the request itself, whatever the run holds; null where nothing is.</summary>
    public static ProblemHttpResult? Malformed(CohortRequest request, Run run, int personCount)
    {
        var least = LeastOf(run);
        if (request.SizeAsked < least)
            return CohortProblems.NotValid($"size is a whole number from {least} to 1000.");
        if (request.Included.Length > request.SizeAsked - least)
            return CohortProblems.NotValid($"include holds at most {least} keys fewer than size.");
        if (request.Excluded.Length > Math.Max(ExcludedMax, personCount / ExcludedShare))
            return CohortProblems.NotValid(
                $"exclude holds at most {ExcludedMax} keys, or a tenth of the people of the run where that is more.");
        if (request.Compare is not null && request.Compared.Length < least)
            return CohortProblems.NotValid($"compare holds at least {least} keys.");
        return null;
    }

    /// <summary>Why there is no such cohort; null where there is one.</summary>
    /// <param name="nameable">Ids of those who agreed to be named.</param>
    public ProblemHttpResult? Against(IReadOnlySet<PersonId> nameable)
    {
        foreach (var (member, keys) in new[]
        {
            ("include", request.Included), ("exclude", request.Excluded), ("compare", request.Compared),
        })
            if (keys.Any(key => IdOf(key) is null))
                return CohortProblems.UnknownKey(member);
        if (_bounds.Against() is { } refusal)
            return refusal;
        PersonId[] free = FreeToChoose();
        // Whoever is excluded may be among them or not; rounding down leaves nothing to be counted by trying sizes.
        var asked = request.SizeAsked + (request.WaitList ?? 0) + request.Excluded.Length;
        if (2 * request.SizeAsked > network.People.Count
            || asked > RoundDown(free.Length, SmallGroups.ContributorsMin))
            return CohortProblems.NoSuchCohort(SizesInOwnWords());
        return request.Consent is not null
            && asked > RoundDown(free.Count(nameable.Contains), shown.Policy.Minimum)
                ? CohortProblems.NoSuchCohort(["consent"])
                : null;
    }

    /// <summary>The cohort and its comparison; <see cref="Against"/> has nothing against it.</summary>
    public async Task<(CohortAnswer Answer, ProposedCohort Proposed)> ChooseAsync(
        Store store, IReadOnlySet<PersonId> nameable, CancellationToken cancellation)
    {
        var options = ToOptions(nameable);
        if (request.Anew is not true)
            options = options with
            {
                Previous = await store.Cohorts.PreviousAsync(shown.Run.Id, options, cancellation),
            };
        var proposed = ProposedCohort.Choose(
            network, AsFarAsPossible(options), request.Compare is null ? null : IdsOf(request.Compared),
            cancellation);
        var (cohort, compared, assumed) = proposed;
        return (new(
            shown.Run.Id, ApiDescription.IntendedUse, null,
            KeysOf(cohort.Members.Select(member => member.PersonId)),
            KeysOf(cohort.WaitList.Select(waiting => waiting.PersonId)),
            CoverageOf(cohort.Certificate), [.. GroupsOf(cohort)],
            await ChangesAsync(store, cohort, cancellation),
            [.. compared.Select(ComparedAnswer.Of)],
            [.. assumed.Select(one => AssumedAnswer.Of(one, cohort.Members.Count))],
            NotesOf(cohort, compared), _bounds.NotBounded)
        {
            Provisional = shown.Provisional,
        }, proposed);
    }

    /// <summary>Everybody in the cohort or waiting whom the caller did not include.</summary>
    public static PersonId[] ChosenOf(Cohort cohort) =>
    [
        .. cohort.Members.Select(member => member.PersonId).Except(cohort.Options.Included),
        .. cohort.WaitList.Select(waiting => waiting.PersonId),
    ];

    private PersonId? IdOf(string key) => shown.Ranked.PersonOf(key)?.Id;

    private PersonId[] IdsOf(string[] keys) => [.. keys.Select(IdOf).OfType<PersonId>().Distinct()];

    private CohortOptions ToOptions(IReadOnlySet<PersonId> nameable) => new()
    {
        Size = request.SizeAsked,
        Reach = CohortReach.TryParse(request.Reach, out var reach)
            ? reach
            : CohortReach.DefaultFor(shown.Run.Options, network.People.Count),
        Quotas = _bounds.Quotas,
        BoundsGiveWay = true,
        Included = IdsOf(request.Included),
        Excluded = IdsOf(request.Excluded),
        ChosenFrom = request.Consent is null ? null : [.. nameable.Order()],
        Continuity = request.Continuity ?? new CohortOptions().Continuity,
        WaitListSize = request.WaitList ?? 0,
        Seed = (ulong)(request.Seed ?? 1),
    };

    /// <summary>
    /// Bounds of several attributes may be more than the people who can be chosen allow. Upper ones give way first,
    /// then the last of the lower ones; a refusal would tell of people named or of those who agreed.
    /// </summary>
    private CohortOptions AsFarAsPossible(CohortOptions options)
    {
        if (Exists(options))
            return options;
        CohortQuota[] floors =
            [.. options.Quotas.Where(quota => quota.Min > 0).Select(quota => quota with { Max = null })];
        for (var count = floors.Length; count > 0; count--)
            if (options with { Quotas = floors[..count] } is var fewer && Exists(fewer))
                return fewer;
        return options with { Quotas = [] };
    }

    /// <summary>False too where it takes too long to find out.</summary>
    private bool Exists(CohortOptions options) => 
        CohortChoice.Exists(network.Network, network.Ranking, options);

    /// <summary>Whoever is measured and has a tie.</summary>
    private PersonId[] FreeToChoose() =>
    [
        .. network.Ranking.Where(person => person.Rank is not null && HasTie(person.PersonId))
            .Select(person => person.PersonId),
    ];

    private bool HasTie(PersonId id) =>
        network.People.NodeOf(id) is { } node
        && network.Graph.OutNeighbours(node).Length + network.Graph.InNeighbours(node).Length > 0;

    private bool CanBeReached(PersonId id) =>
        network.People.NodeOf(id) is { } node && network.Graph.InNeighbours(node).Length > 0;

    private string[] SizesInOwnWords() =>
    [
        $"size {request.SizeAsked}",
        .. request.WaitList > 0 ? new[] { $"waitList {request.WaitList}" } : [],
        .. request.Excluded.Length > 0 ? new[] { "exclude" } : [],
    ];

    private string[] KeysOf(IEnumerable<PersonId> ids) =>
        [.. ids.Select(id => network.People[id].Key).Order(StringComparer.Ordinal)];

    private CoverageAnswer CoverageOf(CohortCertificate certificate) => new(
        Percent.Of(certificate.Share), Percent.AtLeast(certificate.Ratio), certificate.SampleCount == 0,
        certificate.IsSettled,
        certificate.NoTieCount < shown.Policy.Minimum ? null : certificate.NoTieCount);

    private IEnumerable<GroupCoverage> GroupsOf(Cohort cohort)
    {
        if (cohort.Options.Reach.IsSampled)
            yield break;
        var missed = cohort.NeverReached.ToHashSet();
        foreach (var attribute in PeopleGroups.Attributes)
            foreach (var part in shown.Groups.By(attribute).Where(part => part.Withheld is null))
            {
                PersonId[] tied = [.. part.Ids.Where(id => CanBeReached(id))];
                if (tied.Length >= shown.Policy.Minimum)
                    yield return new(
                        attribute, part.Name, Percent.Of((double)tied.Count(id => !missed.Contains(id)) / tied.Length));
            }
    }

    /// <summary>Whoever was in and is not now has left it, for whichever reason, and without it.</summary>
    private async Task<ChangedKeys> ChangesAsync(Store store, Cohort cohort, CancellationToken cancellation)
    {
        var previous = cohort.Options.Previous;
        if (previous.Count == 0)
            return new([], []);
        PersonId[] members = [.. cohort.Members.Select(member => member.PersonId)];
        var left = new List<string>();
        foreach (var id in previous.Except(members))
            left.Add(await store.People.KeyAsync(id, cancellation));
        return new(KeysOf(members.Except(previous)), [.. left.Order(StringComparer.Ordinal)]);
    }

    private CohortNotes NotesOf(Cohort cohort, IReadOnlyList<ComparedCohort> compared) => new(
        cohort.FilledFrom, compared.Any(row => row.IsReachedByChance), _bounds.Quotas.Length > 0);

    private static int RoundDown(int count, int step) => count - count % step;
}
