using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InfluencerMap.Storage;

/// <summary>Copies a database page by page with SQLite's own backup, which heeds every lock.</summary>
internal static class CopiedPages
{
    private const string Main = "main";
    private const int PagesAtOnce = 128;

    /// <summary>All or nothing: what is not finished is undone, by the journal if this process is killed.</summary>
    /// <param name="from">In a transaction where its state must not change meanwhile.</param>
    /// <param name="to">In none.</param>
    /// <param name="progress">Receives the share that is copied.</param>
    /// <param name="cancellation">Undoes it.</param>
    public static void Copy(
        SqliteConnection from, SqliteConnection to, IProgress<double>? progress, CancellationToken cancellation)
    {
        using var backup = raw.sqlite3_backup_init(to.Handle, Main, from.Handle, Main);
        if (backup.IsInvalid)
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(to.Handle), to.Handle);
        int result;
        while ((result = raw.sqlite3_backup_step(backup, PagesAtOnce)) == raw.SQLITE_OK)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(1 - (double)raw.sqlite3_backup_remaining(backup) / raw.sqlite3_backup_pagecount(backup));
        }
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, to.Handle);
    }
}
