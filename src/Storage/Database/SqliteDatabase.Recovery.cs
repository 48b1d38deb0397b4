using Dapper;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>What a killed process leaves beside the file.</summary>
internal sealed partial class SqliteDatabase
{
    /// <summary>
    /// Longest wait in SQLite itself: while another process looks through the log it has just opened, the driver, which
    /// waits for locks, fails at once.
    /// </summary>
    private const int RecoveryMilliseconds = 2_000;

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellation)
    {
        if (settings.Mode == SqliteOpenMode.ReadWriteCreate)
            PrivateFile.MakeIfMissing(FilePath);
        if (settings.Mode == SqliteOpenMode.ReadOnly && (HasLog("-journal") || HasLog("-wal")))
            RecoverIfNeeded();
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, RecoveryMilliseconds);
        return connection;
    }

    private bool HasLog(string ending) => new FileInfo(FilePath + ending) is { Exists: true, Length: > 0 };

    /// <summary>
    /// What a killed process left half done has to be undone or finished first, which needs the right to write. A log
    /// that another process is still writing, or a reader still needs, is read as it is.
    /// </summary>
    private void RecoverIfNeeded()
    {
        if (ErrorOfReading(SqliteOpenMode.ReadOnly) is SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN)
            ErrorOfReading(SqliteOpenMode.ReadWrite);
    }

    /// <summary>0 when there is none. The reading that follows says why the store cannot be read.</summary>
    private int ErrorOfReading(SqliteOpenMode mode)
    {
        var same = new SqliteConnectionStringBuilder(_connectionString) { Mode = mode, Pooling = false };
        using var connection = new SqliteConnection(same.ConnectionString);
        try
        {
            connection.Open();
            connection.Execute(Queries[Query.ReadSchemaState]);
            return SQLitePCL.raw.SQLITE_OK;
        }
        catch (SqliteException e)
        {
            return e.SqliteErrorCode;
        }
    }
}
