using System.Data;
using System.Reflection;
using System.Text.RegularExpressions;
using InfluencerMap.Graph.Company;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Server;

namespace InfluencerMap.Storage;

/// <summary>
/// A whole set of rows as one parameter, streamed. A statement takes it by naming a parameter like <c>@tie_rows</c>;
/// a migration has defined the table type of that name, whose columns bear the names of the rows' properties.
/// </summary>
internal sealed partial class RowTable(string statement, string type, SqlMetaData[] columns)
{
    public IEnumerable<string> Columns => columns.Select(column => column.Name);

    /// <returns>Null where the statement takes its rows one by one.</returns>
    public static RowTable? NamedIn(Queries queries, Query query)
    {
        if (Parameter().Match(queries[query]) is not { Success: true } parameter)
            return null;
        var type = parameter.Groups["type"].Value;
        // A later migration may define a type anew.
        var definition = queries.Migrations.SelectMany(migration => Definition().Matches(migration))
            .LastOrDefault(match => match.Groups["type"].Value == type)
            ?? throw new InvalidOperationException($"No migration defines the table type {type}.");
        return new(queries[query], type, [.. Column().Matches(definition.Groups["columns"].Value).Select(Describe)]);
    }

    public async Task<int> ExecuteAsync<T>(Session session, IEnumerable<T> rows)
    {
        using var enumerator = rows.GetEnumerator();
        // The protocol knows no empty table.
        if (!enumerator.MoveNext())
            return 0;
        await using var command = new SqlCommand(
            statement, (SqlConnection)session.Connection, (SqlTransaction)session.Transaction) { CommandTimeout = 0 };
        var parameter = command.Parameters.AddWithValue(type, Records(enumerator));
        parameter.SqlDbType = SqlDbType.Structured;
        parameter.TypeName = type;
        return await command.ExecuteNonQueryAsync(session.Cancellation);
    }

    private IEnumerable<SqlDataRecord> Records<T>(IEnumerator<T> rows)
    {
        var properties = Array.ConvertAll(columns, column => PropertyOf(rows.Current!.GetType(), column.Name));
        var record = new SqlDataRecord(columns);
        do
        {
            for (var i = 0; i < columns.Length; i++)
                record.SetValue(i, Cell(properties[i].GetValue(rows.Current), columns[i].SqlDbType));
            yield return record;
        }
        while (rows.MoveNext());
    }

    private static object Cell(object? value, SqlDbType type) => type switch
    {
        _ when value is null => DBNull.Value,
        _ when value is PersonId id => id.Value,
        _ when value is AccountId id => id.Value,
        SqlDbType.BigInt => Convert.ToInt64(value),
        SqlDbType.Int => Convert.ToInt32(value),
        SqlDbType.Bit => Convert.ToBoolean(value),
        // The server knows no number nearer to nought than this.
        SqlDbType.Float => Convert.ToDouble(value) is var number && double.IsSubnormal(number) ? 0.0 : number,
        SqlDbType.Date => ((DateOnly)value).ToDateTime(default),
        _ => (string)value,
    };

    private PropertyInfo PropertyOf(Type row, string column) => row.GetProperty(column)
        ?? throw new InvalidOperationException($"{type} has a column {column}, but the rows sent have none.");

    private static SqlMetaData Describe(Match column)
    {
        var name = column.Groups["name"].Value;
        var type = Enum.Parse<SqlDbType>(column.Groups["type"].Value, ignoreCase: true);
        return type == SqlDbType.NVarChar ? new(name, type, SqlMetaData.Max) : new(name, type);
    }

    [GeneratedRegex(@"@(?<type>\w+_rows)\b")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"CREATE TYPE (?<type>\w+) AS TABLE \((?<columns>[^;]*)\)")]
    private static partial Regex Definition();

    [GeneratedRegex(@"^\s+\[?(?<name>\w+)\]?\s+(?<type>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Column();
}
