using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Groups and the people who belong to them, by the source that tells of them.</summary>
public sealed class GroupStore
{
    private readonly Database _database;

    internal GroupStore(Database database) => _database = database;

    /// <summary>The groups of one source, in the order in which they were first seen.</summary>
    public Task<Group[]> ReadAsync(string source, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var people = (await session.QueryAsync<MemberRow>(Query.ReadPeopleOfGroups, new { Source = source }))
                    .ToLookup(row => row.AccountId, row => row.PersonId);
                return await session.QueryAsync(
                    Query.ReadGroups,
                    (GroupRow row) => new Group(row.AccountId, row.Name, [.. people[row.AccountId]]),
                    new { Source = source });
            },
            cancellation);

    private sealed record MemberRow(AccountId AccountId, PersonId PersonId);
}

/// <summary>A group as stored, without its members.</summary>
internal sealed record GroupRow(AccountId AccountId, string? Name);

/// <summary>A group of people.</summary>
/// <param name="Account">Account of its id.</param>
/// <param name="Name">What it is called, where its source asks for that.</param>
/// <param name="People">Ids of the people who belong to it themselves, in order; those of nested groups do not.</param>
public sealed record Group(AccountId Account, string? Name, IReadOnlyList<PersonId> People);
