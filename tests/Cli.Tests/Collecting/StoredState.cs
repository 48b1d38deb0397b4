using System.Text.Json;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>All that collecting writes to a store, but for cursors.</summary>
internal sealed record StoredState(
    Person[] People, string[] Names, Interaction[] Interactions, string[] LastCollections)
{
    public static async Task<StoredState> ReadAsync(string path)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenExistingAsync(path, cancellation);
        var names = await store.People.NamesAsync(cancellation);
        var interactions = await store.Interactions.SpanAsync(cancellation) is { } span
            ? await store.Interactions.ReadAsync(span, cancellation).ToArrayAsync(cancellation)
            : [];
        return new(
            await store.People.ReadAsync(cancellation), [.. names.Values.Select(name => name.SourceId)], interactions,
            Array.ConvertAll(
                await store.Collections.LastAsync(cancellation),
                last => JsonSerializer.Serialize(last with { BeganAt = default })));
    }

    public static void AssertSame(StoredState expected, StoredState actual)
    {
        Assert.NotEmpty(expected.Interactions);
        Assert.Equal(expected.People, actual.People);
        Assert.Equal(expected.Interactions, actual.Interactions);
    }
}
