using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>
/// The broadcast layer: what the rule <c>mass-mail</c> sets aside, as a layer of its own. It says who may write to all,
/// never who is listened to; it makes no tie and enters no score.
/// </summary>
/// <param name="CountByNode">Messages that each person sent to more than the rule allows, each once.</param>
/// <param name="ReachByNode">Different people of the graph to whom those went.</param>
public sealed record Broadcasts(IReadOnlyList<int> CountByNode, IReadOnlyList<int> ReachByNode)
{
    internal static Broadcasts None { get; } = new([], []);

    /// <summary>Gathers the layer. Memory: an entry per message, and one per sender and recipient.</summary>
    internal sealed class Gathering(PersonIndex people)
    {
        private readonly Dictionary<PersonId, (HashSet<long> Events, HashSet<PersonId> Recipients)> _bySender = [];

        public void Add(in Interaction<PersonId> interaction)
        {
            if (!_bySender.TryGetValue(interaction.Source, out var sent))
                _bySender.Add(interaction.Source, sent = ([], []));
            sent.Events.Add(interaction.EventId);
            sent.Recipients.Add(interaction.Target);
        }

        public Broadcasts Layer => new(
            [.. people.People.Select(person => Of(person).Events?.Count ?? 0)],
            [.. people.People.Select(person => Of(person).Recipients?.Count ?? 0)]);

        private (HashSet<long>? Events, HashSet<PersonId>? Recipients) Of(Person person) =>
            _bySender.GetValueOrDefault(person.Id);
    }
}
