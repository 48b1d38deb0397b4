using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>What stays of the interactions, and what each rule set aside.</summary>
/// <param name="Kept">
/// The interactions that make ties, by pair of people and, within a pair, by time: the same for any order of the input.
/// </param>
/// <param name="Counts">One count per rule, in the order in which they apply; 0 for a rule that met nothing.</param>
/// <param name="Broadcasts">What the rule <c>mass-mail</c> set aside, as a layer of its own.</param>
public sealed record HygieneResult(
    ArraySegment<Interaction<PersonId>> Kept, IReadOnlyList<HygieneCount> Counts, Broadcasts Broadcasts);

/// <summary>Sets aside what says nothing about who talks to whom. Nothing is dropped uncounted.</summary>
public static class Hygiene
{
    /// <summary>
    /// Applies the rules in the order of <see cref="HygieneResult.Counts"/>; an interaction is counted by the first
    /// rule that meets it. Of a pair's interactions on one UTC day and channel the first ones are kept.
    /// </summary>
    /// <param name="interactions">In any order.</param>
    /// <param name="people">The people of the graph.</param>
    /// <param name="period">What lies outside is ignored.</param>
    /// <param name="options">The limits.</param>
    /// <param name="splitsDelegated">Whether a delegate shares in what they send: one interaction is then two.</param>
    /// <remarks>
    /// Cost: one copy of the n interactions that there are, and O(n log n); O(n) where they are in the order that
    /// <see cref="Order"/> gives them.
    /// </remarks>
    public static HygieneResult Clean(
        ReadOnlySpan<Interaction<PersonId>> interactions, PersonIndex people, Period period, CleaningOptions options,
        bool splitsDelegated = false)
    {
        Interaction<PersonId>[] kept = [];
        return Clean(interactions, people, period, options, splitsDelegated, ref kept, new(people));
    }

    /// <summary>
    /// Puts interactions in the order in which they are cleaned, so that repeated cleaning need not sort again.
    /// </summary>
    /// <param name="interactions">Reordered in place; those of people outside the index come last.</param>
    /// <param name="people">The people of the graph.</param>
    public static void Order(Span<Interaction<PersonId>> interactions, PersonIndex people) =>
        PairOrder.Sort(interactions, people);

    /// <param name="kept">Takes what stays, in front; reallocated when it is too short.</param>
    /// <param name="broadcasts">Takes the layer of mass mail, where it is wanted.</param>
    internal static HygieneResult Clean(
        ReadOnlySpan<Interaction<PersonId>> interactions, PersonIndex people, Period period, CleaningOptions options,
        bool splitsDelegated, ref Interaction<PersonId>[] kept, Broadcasts.Gathering? broadcasts = null)
    {
        var tally = new Tally();
        var delegates = Delegates.Find(interactions, people, period, options.DelegatedMax, splitsDelegated);
        foreach (var (principal, sender) in delegates.HeavyPairs)
            tally.DelegatedPairs.Add(principal, sender);
        var judge = new Judge(people, period, options, Bots.Find(interactions, people, period, options.Bots), tally);
        if (kept.Length < interactions.Length + delegates.SharedCount)
            kept = new Interaction<PersonId>[interactions.Length + delegates.SharedCount];
        var taken = kept;
        var takenCount = 0;
        foreach (ref readonly var interaction in interactions)
        {
            if (!delegates.Share(interaction, out var principals, out var delegated))
                Take(interaction);
            else
            {
                Take(principals);
                Take(delegated);
            }
        }
        var ordered = taken.AsSpan(0, takenCount);
        if (!PairOrder.IsInOrder(ordered, people))
            PairOrder.Sort(ordered, people);
        var keptCount = DropRepeats(ordered, options, tally);
        return new(new(taken, 0, keptCount), tally.Counts, broadcasts?.Layer ?? Broadcasts.None);

        void Take(in Interaction<PersonId> interaction)
        {
            if (judge.RuleAgainst(interaction) is not { } rule)
            {
                taken[takenCount++] = interaction;
                return;
            }
            rule.Add(interaction.Source, interaction.Target);
            if (rule == tally.MassMail)
                broadcasts?.Add(interaction);
        }
    }

    /// <summary>What each rule set aside; the rules in the order in which they apply.</summary>
    private sealed class Tally
    {
        public RuleCount OutsidePeriod { get; } = new("outside-period", "interactions");
        public RuleCount OtherLayer { get; } = new("other-layer", "interactions");
        public RuleCount Delegates { get; } = new("delegates", "interactions");
        public RuleCount DelegatedPairs { get; } = new("delegated-pairs", "pairs");
        public RuleCount Nobody { get; } = new("nobody", "interactions");
        public RuleCount Left { get; } = new("left", "interactions");
        public RuleCount Self { get; } = new("self", "interactions");
        public RuleCount Bots { get; } = new("bots", "interactions");
        public RuleCount MassMail { get; } = new("mass-mail", "interactions");
        public RuleCount LargeMeeting { get; } = new("large-meeting", "interactions");
        public RuleCount Series { get; } = new("series", "interactions");
        public RuleCount Duplicate { get; } = new("duplicate", "interactions");
        public RuleCount PairDayCap { get; } = new("pair-day-cap", "interactions");

        public IReadOnlyList<HygieneCount> Counts =>
        [
            OutsidePeriod.Count, OtherLayer.Count, Delegates.Count, DelegatedPairs.Count, Nobody.Count, Left.Count,
            Self.Count, Bots.Count, MassMail.Count, LargeMeeting.Count, Series.Count, Duplicate.Count, PairDayCap.Count,
        ];
    }

    /// <summary>The rules that one interaction can be judged by alone.</summary>
    private sealed class Judge(
        PersonIndex people, Period period, CleaningOptions options, bool[]? isBot, Tally tally)
    {
        private readonly bool[] _leftByNode =
            [.. people.People.Select(p => PersonIndex.HasLeft(p, DateOnly.FromDateTime(period.To)))];

        public RuleCount? RuleAgainst(in Interaction<PersonId> interaction)
        {
            if (!period.Contains(interaction.At))
                return tally.OutsidePeriod;
            if ((interaction.Channel == Channel.Nomination) != options.Nominations)
                return tally.OtherLayer;
            if (interaction.Role == RecipientRole.SentFor)
                return tally.Delegates;
            if (interaction.Source.IsNobody || interaction.Target.IsNobody)
                return tally.Nobody;
            if (IsGone(interaction.Source) || IsGone(interaction.Target))
                return tally.Left;
            if (interaction.Source == interaction.Target)
                return tally.Self;
            if (isBot is not null
                && (isBot[people.KnownNodeOf(interaction.Source)] || isBot[people.KnownNodeOf(interaction.Target)]))
                return tally.Bots;
            if (interaction.Channel == Channel.Meeting)
                return interaction.AudienceSize >= options.MeetingPeopleMax ? tally.LargeMeeting : null;
            return interaction.AudienceSize > options.AudienceMax ? tally.MassMail : null;
        }

        private bool IsGone(PersonId personId) =>
            people.NodeOf(personId) is not { } node || _leftByNode[node];
    }

    /// <summary>Moves what stays to the front; relies on the order of <see cref="PairOrder"/>.</summary>
    private static int DropRepeats(Span<Interaction<PersonId>> ordered, CleaningOptions options, Tally tally)
    {
        var seen = new Dictionary<(long EventId, PersonId Source, Channel Channel, DateTime Start), DateTime>();
        var keptCount = 0;
        var today = 0;
        Interaction<PersonId> previous = default;
        foreach (var interaction in ordered)
        {
            if (!PairOrder.IsSamePair(previous, interaction))
                seen.Clear();
            if (RuleAgainstRepeat(interaction, seen, options, tally) is { } rule)
            {
                rule.Add(interaction.Source, interaction.Target);
                continue;
            }
            today = PairOrder.IsSameDayAndChannel(previous, interaction) ? today + 1 : 1;
            previous = interaction;
            if (today > options.PerPairDayMax)
                tally.PairDayCap.Add(interaction.Source, interaction.Target);
            else
                ordered[keptCount++] = interaction;
        }
        return keptCount;
    }

    /// <summary>A meeting of a series has the event id of the one before it in the week, and another start.</summary>
    private static RuleCount? RuleAgainstRepeat(
        in Interaction<PersonId> interaction,
        Dictionary<(long EventId, PersonId Source, Channel Channel, DateTime Start), DateTime> seen,
        CleaningOptions options, Tally tally)
    {
        var isMeeting = interaction.Channel == Channel.Meeting;
        var start = isMeeting && !options.OncePerSeriesWeek ? interaction.At : default;
        if (seen.TryAdd((interaction.EventId, interaction.Source, interaction.Channel, start), interaction.At))
            return null;
        var first = seen[(interaction.EventId, interaction.Source, interaction.Channel, start)];
        return isMeeting && first != interaction.At ? tally.Series : options.OncePerEvent ? tally.Duplicate : null;
    }
}
