using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>What is SQLite's own, and which store a connection string means.</summary>
public sealed class StoreTests : IDisposable
{
    private readonly SqliteFile _file = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Closed_store_leaves_one_file_that_may_be_moved()
    {
        await using (var store = await _file.OpenAsync())
            await store.People.SaveAsync([Made.Entry("1")], Cancellation);

        Assert.Equal([_file.Path], Directory.GetFiles(Path.GetDirectoryName(_file.Path)!));
    }

    [Fact]
    public async Task Missing_file_is_not_made_by_a_reader()
    {
        var error = await Assert.ThrowsAsync<StoreException>(
            () => Store.OpenExistingAsync(_file.Connection, Cancellation));

        Assert.Equal(
            $"There is no store at {_file.Path}. Name another with --store, or begin with influencermap demo or import "
                + "people.",
            error.Message);
        Assert.False(File.Exists(_file.Path));
    }

    [Fact]
    public async Task File_that_is_no_database_is_refused_and_kept()
    {
        var text = string.Join('\n', Enumerable.Repeat("from,to,at", 200));
        await File.WriteAllTextAsync(_file.Path, text, Cancellation);

        var error = await Assert.ThrowsAsync<StoreException>(() => _file.OpenAsync());

        Assert.Contains("is no SQLite file. Name another file with --store.", error.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(_file.Path, Cancellation));
    }

    [Fact]
    public async Task File_whose_log_was_turned_off_lets_readers_wait_and_says_so()
    {
        await using (var store = await _file.OpenAsync())
            Assert.False(store.ReadersWait);
        await _file.ExecuteAsync("PRAGMA journal_mode = delete");

        await using var reader = await Store.OpenExistingAsync(_file.Connection, Cancellation);
        Assert.True(reader.ReadersWait);
    }

    [Theory]
    [InlineData("Colour=red", "is not understood")]
    [InlineData("Server=here;Colour=red", "is not understood")]
    [InlineData("Data Source=:memory:", "names no file")]
    [InlineData("", "names no file")]
    [InlineData("Data Source=/no/such/folder/store.db", "cannot be opened")]
    [InlineData("Server=here", "names no database")]
    [InlineData("Data Source=tcp:here", "names no database")]
    [InlineData("Initial Catalog=influencermap", "names no server")]
    [InlineData("Server=127.0.0.1,1;Database=influencermap;Connect Timeout=1;User=u;Password=p", "cannot be reached")]
    public async Task Connection_that_leads_nowhere_gets_one_line(string connection, string says)
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => Store.OpenAsync(connection, Cancellation));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("influencermap.db", "influencermap.db")]
    [InlineData("Data Source=influencermap.db", "influencermap.db")]
    [InlineData("DataSource=company.db;Default Timeout=9", "company.db")]
    [InlineData("Server=sql.example.org;Database=company", null)]
    [InlineData("Data Source=tcp:sql.example.org,1433;Initial Catalog=company", null)]
    [InlineData("data source=sql.example.org;DATABASE=company;Encrypt=Strict", null)]
    public void Connection_string_alone_chooses_the_store(string connection, string? filePath)
    {
        var database = Connection.Parse(connection, readOnly: false);

        Assert.Equal(filePath, database.FilePath);
        Assert.Equal(filePath is null ? typeof(SqlServerDatabase) : typeof(SqliteDatabase), database.GetType());
    }

    [Fact]
    public void Place_of_a_server_tells_neither_user_nor_password()
    {
        var database = Connection.Parse("Server=here;Database=company;User=anna;Password=secret", readOnly: true);

        Assert.Equal("company on here", database.Place);
    }
}
