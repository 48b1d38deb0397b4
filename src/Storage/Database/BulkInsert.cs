using System.Data;
using InfluencerMap.Graph.Company;
using Microsoft.Data.SqlClient;

namespace InfluencerMap.Storage;

/// <summary>
/// SQL Server: bulk copy into a staging table, then one statement that moves what is new. The write lock keeps others
/// out of that table meanwhile.
/// </summary>
internal sealed class BulkInsert : InteractionInsert
{
    private const int ChunkRowsMax = 20_000;

    private readonly SqlBulkCopy _copy;
    private readonly SqlCommand _move;
    private readonly SqlCommand _empty;
    private readonly CancellationToken _cancellation;
    private readonly DataTable _chunk = new();
    private long _ordinal;

    public BulkInsert(
        SqlConnection connection, SqlTransaction transaction, Queries queries, CancellationToken cancellation)
    {
        _copy = new(connection, SqlBulkCopyOptions.TableLock, transaction)
        {
            DestinationTableName = "staged_interactions",
            BulkCopyTimeout = 0,
        };
        _move = new(queries[Query.AppendInteraction], connection, transaction) { CommandTimeout = 0 };
        _empty = new(queries[Query.PrepareAppend], connection, transaction);
        _cancellation = cancellation;
        // In the order of the staging table.
        Type[] types =
        [
            typeof(long), typeof(long), typeof(long), typeof(int), typeof(int), typeof(byte), typeof(byte), typeof(int),
            typeof(short),
        ];
        foreach (var type in types)
            _chunk.Columns.Add(null, type);
    }

    public override ValueTask AddAsync(in Interaction<AccountId> interaction)
    {
        _chunk.Rows.Add(
            _ordinal++, Instant.ToMs(interaction.At), interaction.EventId,
            interaction.Source.Value, interaction.Target.Value,
            (byte)interaction.Channel, (byte)interaction.Role, interaction.AudienceSize,
            (short)interaction.Minutes);
        return _chunk.Rows.Count < ChunkRowsMax ? ValueTask.CompletedTask : new(CopyAsync());
    }

    public override async Task<long> EndAsync()
    {
        if (_chunk.Rows.Count > 0)
            await CopyAsync();
        if (_ordinal == 0)
            return 0;
        var stored = await _move.ExecuteNonQueryAsync(_cancellation);
        await _empty.ExecuteNonQueryAsync(_cancellation);
        return stored;
    }

    public override async ValueTask DisposeAsync()
    {
        ((IDisposable)_copy).Dispose();
        _chunk.Dispose();
        await _move.DisposeAsync();
        await _empty.DisposeAsync();
    }

    private async Task CopyAsync()
    {
        await _copy.WriteToServerAsync(_chunk, _cancellation);
        _chunk.Clear();
    }
}
