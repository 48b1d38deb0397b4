using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>What stays of the interactions, and what each rule set aside.</summary>
/// <param name="Kept">
/// The interactions that make ties, by pair of people and, within a pair, by time: the same for any order of the input.
/// </param>
/// <param name="Counts">One count a rule, in the order in which rules apply; a rule that met nothing counts 0.</param>
/// <param name="Broadcasts">What the rule <c>mass-mail</c> set aside, as a layer of its own.</param>
public sealed record HygieneResult(
    ArraySegment<Interaction> Kept, IReadOnlyList<HygieneCount> Counts, Broadcasts Broadcasts);

/// <summary>Sets aside what says nothing about who talks to whom. Nothing is dropped uncounted.</summary>
public static class Hygiene
{
    /// <summary>
    /// Applies the rules in the order of <see cref="HygieneResult.Counts"/>; an interaction is counted by the first
    /// rule that meets it. Of a pair's interactions on one UTC day and channel the first ones are kept.
    /// </summary>
    /// <param name="interactions">In any order, source and target being person ids.</param>
    /// <param name="people">The people of the graph.</param>
    /// <param name="period">What lies outside is not looked at.</param>
    /// <param name="options">The limits.</param>
    /// <remarks>
    /// Cost: one copy of the n interactions that there are, and O(n log n); O(n) where they are in the order that
    /// <see cref="Order"/> gives them.
    /// </remarks>
    public static HygieneResult Clean(
        ReadOnlySpan<Interaction> interactions, PersonIndex people, Period period, InfluenceOptions options)
    {
        Interaction[] kept = [];
        var broadcasts = new Broadcasts.Gathering(people);
        var (keptCount, counts) = Clean(interactions, people, period, options, ref kept, broadcasts);
        return new(new(kept, 0, keptCount), counts, broadcasts.Layer);
    }

    /// <summary>
    /// Puts interactions in the order in which they are cleaned, so that cleaning them again and again sorts no more.
    /// </summary>
    /// <param name="interactions">Reordered in place; those with people outside the index come last.</param>
    /// <param name="people">The people of the graph.</param>
    public static void Order(Span<Interaction> interactions, PersonIndex people) =>
        PairOrder.Sort(interactions, people);

    /// <param name="kept">Takes what stays, in front; made anew where it is too short.</param>
    /// <param name="broadcasts">Takes the layer of mass mail, where it is wanted.</param>
    internal static (int KeptCount, IReadOnlyList<HygieneCount> Counts) Clean(
        ReadOnlySpan<Interaction> interactions, PersonIndex people, Period period, InfluenceOptions options,
        ref Interaction[] kept, Broadcasts.Gathering? broadcasts = null)
    {
        var tally = new Tally();
        var delegates = Delegates.Find(interactions, people, period, options);
        tally.Add(Rule.DelegatedPairs, delegates.HeavyPairs);
        var judge = new Judge(people, period, options, Bots.Find(interactions, people, period, options.Bots));
        if (kept.Length < interactions.Length + delegates.SharedCount)
            kept = new Interaction[interactions.Length + delegates.SharedCount];
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
        return (DropRepeats(ordered, options, tally), tally.Counts);

        void Take(in Interaction interaction)
        {
            if (judge.RuleAgainst(interaction) is not { } rule)
            {
                taken[takenCount++] = interaction;
                return;
            }
            tally.Add(rule, interaction);
            if (rule == Rule.MassMail)
                broadcasts?.Add(interaction);
        }
    }

    private enum Rule
    {
        OutsidePeriod, OtherLayer, Delegates, DelegatedPairs, Nobody, Left, Self, Bots, MassMail, LargeMeeting,
        Series, Duplicate, PairDayCap,
    }

    private static readonly InfluenceRule[] Rules = Array.ConvertAll(
        [
            "outside-period", "other-layer", "delegates", "delegated-pairs", "nobody", "left", "self", "bots",
            "mass-mail", "large-meeting", "series", "duplicate", "pair-day-cap",
        ],
        InfluenceRules.Named);

    /// <summary>What each rule set aside, and from whom.</summary>
    private sealed class Tally
    {
        private readonly long[] _counts = new long[Rules.Length];
        private readonly HashSet<int>[] _people = Array.ConvertAll(Rules, _ => new HashSet<int>());

        public IReadOnlyList<HygieneCount> Counts =>
            [.. Rules.Select((rule, i) => rule.Count(
                i == (int)Rule.DelegatedPairs ? "pairs" : "interactions", _counts[i], _people[i].Count))];

        public void Add(Rule rule, in Interaction interaction)
        {
            _counts[(int)rule]++;
            if (interaction.Source != Interaction.Nobody)
                _people[(int)rule].Add(interaction.Source);
            if (interaction.Target != Interaction.Nobody)
                _people[(int)rule].Add(interaction.Target);
        }

        public void Add(Rule rule, IReadOnlyList<(int Principal, int Delegate)> pairs)
        {
            _counts[(int)rule] += pairs.Count;
            _people[(int)rule].UnionWith(pairs.SelectMany(pair => new[] { pair.Principal, pair.Delegate }));
        }
    }

    /// <summary>The rules that one interaction can be judged by alone.</summary>
    private sealed class Judge(PersonIndex people, Period period, InfluenceOptions options, bool[]? isBot)
    {
        private readonly bool[] _leftByNode =
            [.. people.People.Select(p => PersonIndex.HasLeft(p, DateOnly.FromDateTime(period.To)))];

        public Rule? RuleAgainst(in Interaction interaction)
        {
            if (!period.Contains(interaction.At))
                return Rule.OutsidePeriod;
            if ((interaction.Channel == Channel.Nomination) != options.Nominations)
                return Rule.OtherLayer;
            if (interaction.Role == RecipientRole.SentFor)
                return Rule.Delegates;
            if (interaction.Source == Interaction.Nobody || interaction.Target == Interaction.Nobody)
                return Rule.Nobody;
            if (IsGone(interaction.Source) || IsGone(interaction.Target))
                return Rule.Left;
            if (interaction.Source == interaction.Target)
                return Rule.Self;
            if (isBot is not null
                && (isBot[people.NodeOf(interaction.Source)] || isBot[people.NodeOf(interaction.Target)]))
                return Rule.Bots;
            if (interaction.Channel == Channel.Meeting)
                return interaction.AudienceSize >= options.MeetingPeopleMax ? Rule.LargeMeeting : null;
            return interaction.AudienceSize > options.AudienceMax ? Rule.MassMail : null;
        }

        private bool IsGone(int personId)
        {
            var node = people.NodeOf(personId);
            return node < 0 || _leftByNode[node];
        }
    }

    /// <summary>Moves what stays to the front; relies on the order of <see cref="PairOrder"/>.</summary>
    private static int DropRepeats(Span<Interaction> ordered, InfluenceOptions options, Tally tally)
    {
        var seen = new Dictionary<(long EventId, int Source, Channel Channel, DateTime Start), DateTime>();
        var keptCount = 0;
        var today = 0;
        Interaction previous = default;
        foreach (var interaction in ordered)
        {
            if (!PairOrder.IsSamePair(previous, interaction))
                seen.Clear();
            if (RuleAgainstRepeat(interaction, seen, options) is { } rule)
            {
                tally.Add(rule, interaction);
                continue;
            }
            today = PairOrder.IsSameDayAndChannel(previous, interaction) ? today + 1 : 1;
            previous = interaction;
            if (today > options.PerPairDayMax)
                tally.Add(Rule.PairDayCap, interaction);
            else
                ordered[keptCount++] = interaction;
        }
        return keptCount;
    }

    /// <summary>A meeting of a series has the event id of the one before it in the week, and another start.</summary>
    private static Rule? RuleAgainstRepeat(
        in Interaction interaction,
        Dictionary<(long EventId, int Source, Channel Channel, DateTime Start), DateTime> seen,
        InfluenceOptions options)
    {
        var isMeeting = interaction.Channel == Channel.Meeting;
        var start = isMeeting && !options.OncePerSeriesWeek ? interaction.At : default;
        if (seen.TryAdd((interaction.EventId, interaction.Source, interaction.Channel, start), interaction.At))
            return null;
        var first = seen[(interaction.EventId, interaction.Source, interaction.Channel, start)];
        return isMeeting && first != interaction.At ? Rule.Series : options.OncePerEvent ? Rule.Duplicate : null;
    }
}
