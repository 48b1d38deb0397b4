using System.Text.Json;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

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
            ? [.. await store.Interactions.ReadAsync(span, cancellation)]
            : [];
        return new(
            await store.People.ReadAsync(cancellation), [.. names.Values.Select(name => name.SourceId)],
            await GroupsAsync(store, cancellation), interactions,
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
    private static async Task<string[]> GroupsAsync(Store store, CancellationToken cancellation)
    {
        var handles = (await store.Interactions.AccountsAsync(cancellation)).ToDictionary(a => a.Id, a => a.Handle);
        var groups = new List<string>();
        foreach (var source in (string[])["groups", "communities"])
            foreach (var group in await store.Groups.ReadAsync(source, cancellation))
                groups.Add($"{source} {handles[group.Account]} {group.Name}: {string.Join(' ', group.People)}");
        groups.Sort(StringComparer.Ordinal);
        return [.. groups];
    }
}
