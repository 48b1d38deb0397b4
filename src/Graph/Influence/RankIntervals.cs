using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Between which places a person stands when chance alone draws the contacts again.</summary>
/// <param name="PersonId">The person's id in the store.</param>
/// <param name="Rank">1-based place in the ranking.</param>
/// <param name="Low">The 5 % place, at most <paramref name="Rank"/>.</param>
/// <param name="High">The 95 % place, at least <paramref name="Rank"/>.</param>
public readonly record struct RankInterval(PersonId PersonId, int Rank, int Low, int High);

/// <summary>90 % intervals of ranks by the bootstrap: how far a place is more than luck.</summary>
/// <remarks>
/// Efron 1979, with blocks (Künsch 1989): everything between two people in one block of days is drawn together. Each
/// of <see cref="ReplicateCount"/> replicates takes every block Poisson(1) times, of random numbers by place (seed,
/// pair, block, replicate), weighs the ties and ranks anew by the same rules. A block is one day where contacts come
/// singly, and <see cref="BurstDays"/> days where they come in bursts: then days of one pair are not independent, and
/// blocks of a day would promise too much. <see cref="Burstiness"/> decides. Approximate: blocks that are left out thin
/// the ties, and who may be lost near a limit counts as behind the last. Cost: a ranking a replicate.
/// </remarks>
public static class RankIntervals
{
    /// <summary>Rankings drawn again.</summary>
    public const int ReplicateCount = 32;

    /// <summary>Default limit of the work, in the measure of <see cref="RuleEffects"/>: minutes on two cores.</summary>
    public const double WorkMax = 1e11;

    /// <summary>Days of a block where contacts come in bursts.</summary>
    public const int BurstDays = 14;

    /// <summary>Blocks that the data must hold: fewer say nothing of how much they differ.</summary>
    public const int BlocksMin = 4;

    /// <summary>Of the ordered places of 32 replicates, the second and the last but one.</summary>
    internal const int CutEachEnd = ReplicateCount / 20;

    private const ulong Seed = 1979;

    /// <summary>Why there are no intervals of a ranking; null where there are.</summary>
    /// <param name="ranked">The ranking.</param>
    /// <param name="workMax">As for <see cref="Of"/>.</param>
    public static Absence? AbsentFor(Ranking ranked, double workMax = WorkMax) =>
        IsTooLarge(ranked, workMax) ? Absence.TooLarge
        // Cleaned anew: a night has let go of what was kept.
        : HoldsTooFew(ranked, BlockDaysOf(Kept(ranked))) ? Absence.FewWeeks
        : null;

    /// <summary>
    /// The interval of everybody who has a rank, in order of rank; empty as <see cref="AbsentFor"/> says.
    /// </summary>
    /// <param name="ranked">The ranking, and its inputs.</param>
    /// <param name="workMax">Decided by sizes alone, never by time; infinite for always.</param>
    /// <param name="progress">Gets how many replicates are done.</param>
    /// <param name="voices">Takes each replicate in, for the intervals of groups.</param>
    /// <param name="cancellation">Handed on.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is returned.</exception>
    public static IReadOnlyList<RankInterval> Of(
        Ranking ranked, double workMax = WorkMax, IProgress<MeasureProgress>? progress = null,
        VoiceReplicates? voices = null, CancellationToken cancellation = default)
    {
        if (IsTooLarge(ranked, workMax))
            return [];
        var model = ranked.Model;
        var kept = Kept(ranked);
        var blockDays = BlockDaysOf(kept);
        if (HoldsTooFew(ranked, blockDays))
            return [];
        Interaction<PersonId>[] drawn = [];
        var measured = ranked.People.TakeWhile(person => person.Rank is not null).ToArray();
        var places = Array.ConvertAll(measured, _ => new int[ReplicateCount]);
        for (var replicate = 0; replicate < ReplicateCount; replicate++)
        {
            cancellation.ThrowIfCancellationRequested();
            var ties = model.Connect(Draw(kept, model.People, replicate, blockDays, ref drawn));
            var ranking = model.Rank(ties.Network, ties.Activity, cancellation);
            voices?.Add(ranking);
            var ranks = ranking.Where(person => person.Rank is not null)
                .ToDictionary(person => person.PersonId, person => person.Rank!.Value);
            for (var i = 0; i < measured.Length; i++)
                places[i][replicate] = ranks.GetValueOrDefault(measured[i].PersonId, measured.Length);
            progress?.Report(new(replicate + 1, ReplicateCount));
        }
        return [.. measured.Zip(places, IntervalOf)];
    }

    private static bool IsTooLarge(Ranking ranked, double workMax) =>
        !(ReplicateCount * RuleEffects.WorkOf(ranked) <= workMax);

    private static bool HoldsTooFew(Ranking ranked, int blockDays) =>
        ranked.Ties.Activity.DayCount < BlocksMin * blockDays;

    private static ReadOnlySpan<Interaction<PersonId>> Kept(Ranking ranked)
    {
        Interaction<PersonId>[] buffer = [];
        return ranked.Model.CleanInto(ref buffer, ranked.Interactions);
    }

    private static int BlockDaysOf(ReadOnlySpan<Interaction<PersonId>> kept) =>
        Burstiness.Of(kept) > Burstiness.Limit ? BurstDays : 1;

    /// <summary>How often a replicate takes what two people, by node, exchanged in one block.</summary>
    internal static int TimesTaken(Node node, Node otherNode, long block, int replicate)
    {
        var pair = (ulong)Math.Min(node, otherNode) << 32 | (uint)Math.Max(node, otherNode);
        var share = new Hash(Hash.Of(Seed, (ulong)replicate, pair), (ulong)block).NextShare();
        // Poisson(1) by its distribution function; beyond 12 lies one in 10^10.
        var (times, probability) = (0, Math.Exp(-1));
        for (var below = probability; share > below && times < 12; below += probability)
            probability /= ++times;
        return times;
    }

    /// <summary>Into an array that grows as needed and serves every replicate.</summary>
    private static ArraySegment<Interaction<PersonId>> Draw(
        ReadOnlySpan<Interaction<PersonId>> kept, PersonIndex people, int replicate, int blockDays,
        ref Interaction<PersonId>[] drawn)
    {
        var (times, count) = (0, 0);
        for (var i = 0; i < kept.Length; i++)
        {
            // Ordered by pair and day, as hygiene leaves them.
            var block = PairOrder.DayOf(kept[i]) / blockDays;
            if (i == 0 || !PairOrder.IsSamePair(kept[i - 1], kept[i])
                || PairOrder.DayOf(kept[i - 1]) / blockDays != block)
                times = TimesTaken(
                    people.KnownNodeOf(kept[i].Source), people.KnownNodeOf(kept[i].Target), block, replicate);
            if (drawn.Length < count + times)
                Array.Resize(ref drawn, Math.Max(count + times, Math.Max(kept.Length, drawn.Length / 8 * 9)));
            drawn.AsSpan(count, times).Fill(kept[i]);
            count += times;
        }
        return new(drawn, 0, count);
    }

    private static RankInterval IntervalOf(RankedPerson person, int[] places)
    {
        Array.Sort(places);
        var rank = person.Rank!.Value;
        return new(
            person.PersonId, rank, Math.Min(rank, places[CutEachEnd]), Math.Max(rank, places[^(CutEachEnd + 1)]));
    }
}
