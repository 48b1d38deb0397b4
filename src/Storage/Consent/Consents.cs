using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>How far a person agrees to be seen.</summary>
public enum ConsentState
{
    /// <summary>In no graph and in no result.</summary>
    Excluded,

    /// <summary>In the graph and in results, by key alone. Holds for whoever said nothing.</summary>
    InGraphAnonymous,

    /// <summary>May be shown by name to those with the right and a purpose.</summary>
    Nameable,
}

/// <summary>The states as files, commands and the API write them.</summary>
public static class ConsentWords
{
    private static readonly string[] Words = ["excluded", "unnamed", "nameable"];

    extension(ConsentState state)
    {
        public string Word => Words[(int)state];
    }

    /// <summary>In the order of <see cref="ConsentState"/>.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>The state of a word of <see cref="All"/>.</summary>
    public static ConsentState Parse(string word) => (ConsentState)Array.IndexOf(Words, word);
}

/// <summary>One act of a person about their own data, or of somebody who wrote it down for them.</summary>
public sealed record ConsentRecord
{
    public required PersonId PersonId { get; init; }

    /// <summary>The state asked for; null where the act does not speak of it.</summary>
    public ConsentState? State { get; init; }

    /// <summary>
    /// Whether archives of the person's contacts outside the company may be taken in; null where the act does not
    /// speak of it.
    /// </summary>
    public bool? ExternalContacts { get; init; }

    /// <summary>Version of the text that the person read.</summary>
    public required string TextVersion { get; init; }

    /// <summary>When the person said so, UTC. The latest holds, whenever it is written down.</summary>
    public required DateTime At { get; init; }

    /// <summary>How the person said so: a form, a page, a letter.</summary>
    public required string Channel { get; init; }

    /// <summary>The role that wrote it down: person, operator.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When it was written down, UTC.</summary>
    public required DateTime RecordedAt { get; init; }
}

/// <summary>What holds for one person today.</summary>
public readonly record struct Consent(ConsentState State, bool ExternalContacts)
{
    /// <summary>What holds for whoever said nothing.</summary>
    public static Consent Unsaid { get; } = new(ConsentState.InGraphAnonymous, false);
}

/// <summary>What holds for everybody today.</summary>
public sealed class Consents
{
    /// <summary>The group minimum of docs/privacy.md.</summary>
    private const int CountedMin = 10;

    private readonly Dictionary<PersonId, Consent> _byPerson = [];

    /// <param name="acts">Of each person, the last last.</param>
    internal Consents(IEnumerable<ConsentAct> acts)
    {
        foreach (var act in acts)
        {
            var before = this[act.PersonId];
            _byPerson[act.PersonId] = new(
                act.State ?? before.State, act.ExternalContacts ?? before.ExternalContacts);
        }
        Excluded = Of(ConsentState.Excluded);
        Nameable = Of(ConsentState.Nameable);
        ExternalContacts = _byPerson.Where(said => said.Value.ExternalContacts).Select(said => said.Key).ToHashSet();
    }

    /// <summary>Ids of those who are in no graph and in no result.</summary>
    public IReadOnlySet<PersonId> Excluded { get; }

    /// <summary>Ids of those who may be named.</summary>
    public IReadOnlySet<PersonId> Nameable { get; }

    /// <summary>Ids of those whose contacts outside the company may be taken in.</summary>
    public IReadOnlySet<PersonId> ExternalContacts { get; }

    /// <summary>
    /// How many are excluded, for the hygiene of a run; nothing where they are fewer than a group may have, as a small
    /// number would point at them.
    /// </summary>
    public IReadOnlyList<HygieneCount> Counts => Excluded.Count < CountedMin
        ? []
        : [new("excluded", "people", Excluded.Count, InfluenceRules.Named("excluded").Reason)];

    public Consent this[PersonId personId] =>
        _byPerson.TryGetValue(personId, out var consent) ? consent : Consent.Unsaid;

    private HashSet<PersonId> Of(ConsentState state) =>
        [.. _byPerson.Where(said => said.Value.State == state).Select(said => said.Key)];
}

/// <summary>An act as stored, without its circumstances.</summary>
internal sealed record ConsentAct(PersonId PersonId, ConsentState? State, bool? ExternalContacts);
