using System.Numerics;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>Finds accounts that a directory calls people and that behave like programs.</summary>
internal static class Bots
{
    /// <summary>By node, whether the account is taken for a program; null where none is.</summary>
    /// <remarks>Two passes over the interactions; the second remembers the events of the few busy ones only.</remarks>
    public static bool[]? Find(
        ReadOnlySpan<Interaction<PersonId>> interactions, PersonIndex people, Period period, BotLimits? limits)
    {
        if (limits is null)
            return null;
        var sentCount = new long[people.Count];
        var receivedCount = new long[people.Count];
        var hours = new uint[people.Count];
        foreach (ref readonly var interaction in interactions)
        {
            if (!Counts(interaction))
                continue;
            if (people.NodeOf(interaction.Target) is { } target)
                receivedCount[target]++;
            if (people.NodeOf(interaction.Source) is not { } source)
                continue;
            sentCount[source]++;
            hours[source] |= 1u << interaction.At.Hour;
        }
        // Nobody sends more events than rows, so that only these can be beyond the limits.
        var suspects = new Dictionary<Node, Sending>();
        for (var node = 0; node < people.Count; node++)
            if (sentCount[node] >= limits.PerDayMin && BitOperations.PopCount(hours[node]) >= limits.HoursMin)
                suspects.Add(new(node), new([], []));
        if (suspects.Count == 0)
            return null;
        foreach (ref readonly var interaction in interactions)
            if (Counts(interaction) && people.NodeOf(interaction.Source) is { } source
                && suspects.TryGetValue(source, out var sending))
            {
                sending.Events.Add((interaction.EventId, interaction.Channel));
                sending.Days.Add(PairOrder.DayOf(interaction));
            }
        var isBot = new bool[people.Count];
        foreach (var (node, sending) in suspects)
            isBot[node] = sending.Events.Count >= limits.PerDayMin * sending.Days.Count
                && receivedCount[node] < limits.ReplyShareMax * sending.Events.Count;
        return isBot.Contains(true) ? isBot : null;

        bool Counts(in Interaction<PersonId> interaction) => period.Contains(interaction.At)
            && interaction.Source != interaction.Target && interaction.Role != RecipientRole.SentFor;
    }

    private readonly record struct Sending(HashSet<(long, Channel)> Events, HashSet<long> Days);
}
