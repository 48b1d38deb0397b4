using System.Collections.ObjectModel;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>One source that is read again every night, from where the last night ended.</summary>
public interface ICollector
{
    /// <summary>What the source is called in the configuration, the store and messages, such as <c>mail</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Gives batches, each to be stored in one transaction with its cursors. Whoever stops between two batches goes on
    /// after the last one stored; a batch given twice changes nothing, since its event ids are the same.
    /// </summary>
    IAsyncEnumerable<CollectedBatch> CollectAsync(CollectRequest request, CancellationToken cancellation);
}

/// <summary>What a collection starts from.</summary>
public sealed record CollectRequest
{
    /// <summary>Turns handles into account ids. May be used from several threads.</summary>
    public required AccountDirectory Accounts { get; init; }

    /// <summary>The people that the store knows already.</summary>
    public required KnownPeople People { get; init; }

    /// <summary>Where this source stands, by scope, as its batches said; empty on the first night.</summary>
    public required IReadOnlyDictionary<string, string> Cursors { get; init; }

    /// <summary>First instant to collect where no cursor says more, UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>First instant not to collect, UTC: when the collection began.</summary>
    public required DateTime Until { get; init; }
}

/// <summary>What is stored in one transaction: all of it, or nothing.</summary>
public sealed record CollectedBatch
{
    public IReadOnlyList<Interaction<AccountId>> Interactions { get; init; } = [];

    /// <summary>What a directory says about people and mailboxes.</summary>
    public IReadOnlyList<DirectoryEntry> Entries { get; init; } = [];

    /// <summary>What a directory says about groups and who belongs to them.</summary>
    public IReadOnlyList<GroupChange> Groups { get; init; } = [];

    /// <summary>Whether these are all groups of the source: others, stored before, are gone.</summary>
    public bool GroupsAreAll { get; init; }

    /// <summary>
    /// Where the source stands once the batch is stored, by scope (a mailbox, a channel, or empty for the source).
    /// Never an address: object ids, links without their host, instants. Null forgets the scope.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Cursors { get; init; } =
        ReadOnlyDictionary<string, string?>.Empty;

    /// <summary>Source items behind the batch, such as messages.</summary>
    public int Items { get; init; }

    /// <summary>Of these, how many did not simply count, by what became of them.</summary>
    public IReadOnlyDictionary<Outcome, int> Outcomes { get; init; } = ReadOnlyDictionary<Outcome, int>.Empty;

    /// <summary>Scopes (people's mailboxes, channels) that are complete with this batch.</summary>
    public int ScopesDone { get; init; }

    /// <summary>Scopes that the collection will visit, where known.</summary>
    public int? ScopesAll { get; init; }

    /// <summary>Lines for the operator: what was set aside, and what would mend it. No names or addresses.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
