using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

/// <summary>What only an audit in a file of its own promises.</summary>
public sealed class AuditFileTests : IDisposable
{
    private static readonly AuditEntry Line = new()
    {
        At = Made.Noon,
        Caller = "caller",
        Roles = "Hr.Read",
        Action = "show",
        Detail = "a",
        Keys = [],
    };

    private readonly SqliteFile _file = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string AuditPath => Path.ChangeExtension(_file.Path, ".audit.db");

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("UPDATE audit SET detail = 'x'")]
    [InlineData("DELETE FROM audit")]
    public async Task Lines_cannot_be_changed_by_mistake(string change)
    {
        await using var audit = await OpenAsync();
        await audit.AppendAsync([Line], Cancellation);
        await using var connection = new SqliteConnection($"Data Source={AuditPath};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = change;

        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
    }

    private Task<AuditStore> OpenAsync() => AuditStore.OpenAsync(_file.Connection, Cancellation);
}
