using InfluencerMap.Graph.Company;
using SQLitePCL;

namespace InfluencerMap.Storage;

/// <summary>
/// SQLite: one prepared statement for a million rows. It binds through SQLite's own functions: SqliteCommand boxes and
/// looks up every parameter of every row, which costs almost as much again as the insert.
/// </summary>
internal sealed class PreparedInsert(sqlite3 database, string text) : InteractionInsert
{
    private readonly sqlite3_stmt _statement = PreparedRows.Prepare(database, text);
    private long _stored;

    /// <summary>Binds by position: the parameters in the order in which the statement names them.</summary>
    public override ValueTask AddAsync(in Interaction<AccountId> interaction)
    {
        raw.sqlite3_bind_int64(_statement, 1, Instant.ToMs(interaction.At));
        raw.sqlite3_bind_int64(_statement, 2, interaction.EventId);
        raw.sqlite3_bind_int64(_statement, 3, interaction.Source.Value);
        raw.sqlite3_bind_int64(_statement, 4, interaction.Target.Value);
        raw.sqlite3_bind_int64(_statement, 5, (long)interaction.Channel);
        raw.sqlite3_bind_int64(_statement, 6, (long)interaction.Role);
        raw.sqlite3_bind_int64(_statement, 7, interaction.AudienceSize);
        raw.sqlite3_bind_int64(_statement, 8, interaction.Minutes);
        PreparedRows.Check(database, raw.sqlite3_step(_statement));
        PreparedRows.Check(database, raw.sqlite3_reset(_statement));
        _stored += raw.sqlite3_changes(database);
        return ValueTask.CompletedTask;
    }

    public override Task<long> EndAsync() => Task.FromResult(_stored);

    public override ValueTask DisposeAsync()
    {
        _statement.Dispose();
        return ValueTask.CompletedTask;
    }
}
