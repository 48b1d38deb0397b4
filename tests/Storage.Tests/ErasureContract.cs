using InfluencerMap.Engine;
using InfluencerMap.Graph;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteErasure() : ErasureContract(new SqliteFile());

public sealed class SqlServerErasure() : ErasureContract(new ServerDatabase());

/// <summary>After an erasure nothing tells of the person, and no file brings them back.</summary>
public abstract class ErasureContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task No_row_of_any_table_tells_of_somebody_erased()
    {
        await using var store = await MadeTwo.FillAsync(place);
        Assert.NotEmpty(await FindingsAsync());
        Assert.True((await RankedRun.ReadAsync(store, Made.Run("a"), Cancellation)).IsWhole);

        await MadeTwo.EraseAsync(place, store, 2);

        Assert.Empty(await FindingsAsync());
        var people = await store.People.ReadAsync(Cancellation);
        Assert.Equal([(1, null), (3, 1)], people.Select(person => (person.Id.Value, person.ManagerId?.Value)));
        var rows = await store.Interactions.ReadAsync(Made.March, Made.ListMembersMax, Cancellation);
        Assert.Equal([(1, 3)], rows.Select(row => (row.Source.Value, row.Target.Value)));
        var ranked = await RankedRun.ReadAsync(store, Made.Run("a"), Cancellation);
        Assert.Equal([1, 2], ranked.Ranking.Select(person => person.Rank));
        Assert.False(ranked.IsWhole);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whoever_was_merged_into_somebody_is_erased_with_them(int named)
    {
        await using var store = await MadeTwo.FillAsync(place);
        await store.Identities.MergeAsync("2", "3", new() { Who = "operator", At = Made.Noon }, Cancellation);

        Assert.Equal(["key-3", "key-2"], await store.People.KeysAsync(new(named), Cancellation));
        await MadeTwo.EraseAsync(place, store, named);

        Assert.Empty(await FindingsAsync());
        Assert.Empty(await FindingsAsync("3"));
        Assert.Equal([1], (await store.People.ReadAsync(Cancellation)).Select(person => person.Id.Value));
    }

    [Fact]
    public async Task Files_read_again_do_not_bring_somebody_back()
    {
        await using var store = await MadeTwo.FillAsync(place);
        await MadeTwo.EraseAsync(place, store, 2);

        await store.People.SaveAsync(MadeTwo.Entries, Cancellation);
        var next = (await store.Interactions.AccountsAsync(Cancellation)).Max(account => account.Id).Value + 1;
        await store.Interactions.AppendAsync(
            Made.Stream(Made.Mail(1, next, 9)), () => [new(new(next), "2@made.example")], null, Cancellation);

        Assert.Empty(await FindingsAsync());
        Assert.Null(await store.People.FindAsync("2", Cancellation));
        Assert.Null(await store.People.FindAsync("2@made.example", Cancellation));
        Assert.Equal(2, (await store.People.ReadAsync(Cancellation)).Length);
    }

    [Fact]
    public async Task What_was_said_to_the_reader_before_is_no_longer_current()
    {
        await using var store = await MadeTwo.FillAsync(place);
        var before = await store.Rankings.ShownStateAsync(Cancellation);

        await MadeTwo.EraseAsync(place, store, 2);

        Assert.NotEqual(before, await store.Rankings.ShownStateAsync(Cancellation));
    }

    /// <summary>Every cell of every table that names the person, by id or by a text of theirs.</summary>
    private async Task<List<string>> FindingsAsync(string id = "2")
    {
        var found = new List<string>();
        foreach (var table in await place.ExecuteAsync(place.ListTables))
            found.AddRange((await place.CellsAsync($"SELECT * FROM {table}"))
                .Where(cell => MadeTwo.TellsOf(id, cell.Column, cell.Text)).Select(cell => $"{table}.{cell.Column}"));
        return found;
    }
}
