using System.Text.Json;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>All that collecting writes to a store, but for cursors.</summary>
internal sealed record StoredState(
    Person[] People, string[] Names, string[] Groups, Interaction<PersonId>[] Interactions, string[] LastCollections)
{
    public static async Task<StoredState> ReadAsync(string path)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenExistingAsync(path, cancellation);
        var names = await store.People.NamesAsync(cancellation);
        Interaction<PersonId>[] interactions = await store.Interactions.SpanAsync(cancellation) is { } span
            ? [.. await store.Interactions.ReadAsync(span, InfluenceOptions.Default.ListMembersMax, cancellation)]
            : [];
        return new(
            await store.People.ReadAsync(cancellation), [.. names.Values.Select(name => name.SourceId)],
            await GroupsAsync(store.FilePath!, cancellation), interactions,
            Array.ConvertAll(
                await store.Collections.LastAsync(cancellation),
                last => JsonSerializer.Serialize(last with { BeganAt = default })));
    }

    public static void AssertSame(StoredState expected, StoredState actual)
    {
        Assert.NotEmpty(expected.Interactions);
        Assert.Equal(expected.People, actual.People);
        Assert.Equal(expected.Groups, actual.Groups);
        Assert.Equal(expected.Interactions, actual.Interactions);
    }

    /// <summary>The source, id and name of every group, and the people who belong to it.</summary>
    private static async Task<string[]> GroupsAsync(string path, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT concat(
              g.source, ' ', h.handle, ' ', g.name, ': ', group_concat(a.person_id, ' ' ORDER BY a.person_id))
            FROM groups g
            JOIN account_handles h ON h.account_id = g.account_id
            LEFT JOIN group_members m ON m.group_id = g.group_id
            LEFT JOIN accounts a ON a.account_id = m.member_account_id
            GROUP BY g.group_id ORDER BY 1
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var groups = new List<string>();
        while (await reader.ReadAsync(cancellation))
            groups.Add(reader.GetString(0));
        return [.. groups];
    }
}
