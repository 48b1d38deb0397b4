namespace InfluencerMap.Graph.Influence;

/// <summary>What stays of the interactions, and what each rule set aside.</summary>
/// <param name="Kept">
/// The interactions that make ties, by pair of people and, within a pair, by time: the same for any order of the input.
/// </param>
/// <param name="Counts">One count a rule, in the order in which rules apply; a rule that met nothing counts 0.</param>
public sealed record HygieneResult(Interaction[] Kept, IReadOnlyList<HygieneCount> Counts);

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
    /// <remarks>Cost: O(n log n) for n interactions, and one copy of them.</remarks>
    public static HygieneResult Clean(
        ReadOnlySpan<Interaction> interactions, PersonIndex people, Period period, InfluenceOptions options)
    {
        var counts = new long[Rules.Length];
        var judge = new Judge(people, period, options);
        var kept = new Interaction[interactions.Length];
        var keptCount = 0;
        foreach (ref readonly var interaction in interactions)
        {
            if (judge.RuleAgainst(interaction) is { } rule)
                counts[(int)rule]++;
            else
                kept[keptCount++] = interaction;
        }
        PairOrder.Sort(kept.AsSpan(0, keptCount), people);
        Array.Resize(ref kept, DropRepeats(kept.AsSpan(0, keptCount), options.PerPairDayMax, counts));
        return new(kept, [.. Rules.Select((r, i) => new HygieneCount(r.Name, "interactions", counts[i], r.Reason))]);
    }

    private enum Rule { OutsidePeriod, Nobody, Left, Self, MassMail, LargeMeeting, Duplicate, PairDayCap }

    private static readonly (string Name, string Reason)[] Rules =
    [
        ("outside-period", "It happened before the period or after it."),
        ("nobody", "One side is an account that belongs to nobody: shared, technical, former or external."),
        ("left", "One side has left the company, or is not among its people when the period ends."),
        ("self", "Both sides are the same person."),
        ("mass-mail", "It went to more people than the limit: a broadcast says nothing about who talks to whom."),
        ("large-meeting", "More people were invited than speak with one another in one meeting."),
        ("duplicate", "The same event reached the same person twice, by an alias or a copy; it counts once."),
        ("pair-day-cap", "One had written to the other often enough that day: a conversation counts a few times only."),
    ];

    /// <summary>The rules that one interaction can be judged by alone.</summary>
    private sealed class Judge(PersonIndex people, Period period, InfluenceOptions options)
    {
        private readonly bool[] _leftByNode =
            [.. people.People.Select(p => PersonIndex.HasLeft(p, DateOnly.FromDateTime(period.To)))];

        public Rule? RuleAgainst(in Interaction interaction)
        {
            if (!period.Contains(interaction.At))
                return Rule.OutsidePeriod;
            if (interaction.Source == Interaction.Nobody || interaction.Target == Interaction.Nobody)
                return Rule.Nobody;
            if (IsGone(interaction.Source) || IsGone(interaction.Target))
                return Rule.Left;
            if (interaction.Source == interaction.Target)
                return Rule.Self;
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
    private static int DropRepeats(Span<Interaction> ordered, int perPairDayMax, long[] counts)
    {
        var keptCount = 0;
        var today = 0;
        Interaction previous = default;
        foreach (var interaction in ordered)
        {
            if (PairOrder.IsSameEvent(previous, interaction))
            {
                counts[(int)Rule.Duplicate]++;
                continue;
            }
            today = PairOrder.IsSameDayAndChannel(previous, interaction) ? today + 1 : 1;
            previous = interaction;
            if (today > perPairDayMax)
                counts[(int)Rule.PairDayCap]++;
            else
                ordered[keptCount++] = interaction;
        }
        return keptCount;
    }
}
