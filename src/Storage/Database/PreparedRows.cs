using System.Globalization;
using System.Reflection;
using InfluencerMap.Graph.Company;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InfluencerMap.Storage;

/// <summary>
/// SQLite: one prepared statement for many rows, each parameter bound by the property of its name, through SQLite's own
/// functions. Commands look up and box every parameter of every row, which costs several times the insert.
/// </summary>
internal static class PreparedRows
{
    private const int RowsBetweenCancellation = 4096;

    /// <returns>Rows changed.</returns>
    public static int Execute<T>(
        SqliteConnection connection, string text, IEnumerable<T> rows, CancellationToken cancellation)
    {
        using var enumerator = rows.GetEnumerator();
        if (!enumerator.MoveNext())
            return 0;
        var database = connection.Handle!;
        using var statement = Prepare(database, text);
        var properties = PropertiesOf(enumerator.Current!.GetType(), statement);
        var (changed, count) = (0, 0);
        do
        {
            if (++count % RowsBetweenCancellation == 0)
                cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < properties.Length; i++)
                Check(database, Bind(statement, i + 1, properties[i].GetValue(enumerator.Current)));
            Check(database, raw.sqlite3_step(statement));
            Check(database, raw.sqlite3_reset(statement));
            changed += raw.sqlite3_changes(database);
        }
        while (enumerator.MoveNext());
        return changed;
    }

    private static PropertyInfo[] PropertiesOf(Type row, sqlite3_stmt statement) =>
    [
        .. from position in Enumerable.Range(1, raw.sqlite3_bind_parameter_count(statement))
           let name = raw.sqlite3_bind_parameter_name(statement, position).utf8_to_string()[1..]
           select row.GetProperty(name)
               ?? throw new InvalidOperationException($"A statement names {name}; its rows have no such property."),
    ];

    private static int Bind(sqlite3_stmt statement, int position, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, position),
        long or int or byte or bool or Enum => raw.sqlite3_bind_int64(
            statement, position, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        PersonId id => raw.sqlite3_bind_int64(statement, position, id.Value),
        AccountId id => raw.sqlite3_bind_int64(statement, position, id.Value),
        double number => raw.sqlite3_bind_double(statement, position, number),
        string text => raw.sqlite3_bind_text(statement, position, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, position, bytes),
        DateTime at => raw.sqlite3_bind_int64(statement, position, Instant.ToMs(at)),
        DateOnly day => raw.sqlite3_bind_text(statement, position, Cells.TextOf(day)),
        _ => throw new InvalidOperationException($"SQLite takes no {value.GetType().Name}."),
    };

    public static sqlite3_stmt Prepare(sqlite3 database, string text)
    {
        Check(database, raw.sqlite3_prepare_v2(database, text, out var statement));
        return statement;
    }

    public static void Check(sqlite3 database, int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code & 0xFF, code);
    }
}
