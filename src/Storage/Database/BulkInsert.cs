using System.Data;
using InfluencerMap.Graph.Company;
using Microsoft.Data.SqlClient;

namespace InfluencerMap.Storage;

/// <summary>
/// SQL Server: bulk copy into a staging table, then one statement that moves what is new. The write lock keeps others
/// out of that table meanwhile.
/// </summary>
internal sealed class BulkInsert(Session session) : InteractionInsert
{
    private const int ChunkRowsMax = 20_000;

    private readonly SqlBulkCopy _copy =
        new((SqlConnection)session.Connection, SqlBulkCopyOptions.TableLock, (SqlTransaction)session.Transaction)
        {
            DestinationTableName = "staged_interactions",
            BulkCopyTimeout = 0,
        };

    /// <summary>Its columns are in the order of the staging table.</summary>
    private readonly DataTable _chunk = new()
    {
        Columns =
        {
            { null, typeof(long) }, { null, typeof(long) }, { null, typeof(long) }, { null, typeof(int) },
            { null, typeof(int) }, { null, typeof(byte) }, { null, typeof(byte) }, { null, typeof(int) },
            { null, typeof(short) },
        },
    };

    private long _ordinal;

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
        var stored = await session.ExecuteAsync(Query.AppendInteraction);
        await session.ExecuteAsync(Query.PrepareAppend);
        return stored;
    }

    public override ValueTask DisposeAsync()
    {
        ((IDisposable)_copy).Dispose();
        _chunk.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task CopyAsync()
    {
        await _copy.WriteToServerAsync(_chunk, session.Cancellation);
        _chunk.Clear();
    }
}
