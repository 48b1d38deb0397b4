using System.Data;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dapper;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>What a record holds and a cell cannot, so that a row is read and written as the record itself.</summary>
internal static class Cells
{
    private const string IsoDay = "yyyy-MM-dd";

    public static void Register()
    {
        // The mapper has forms of its own for these, which go before ours.
        foreach (var type in (Type[])[typeof(DateTime), typeof(DateTime?), typeof(DateOnly), typeof(DateOnly?)])
            SqlMapper.RemoveTypeMap(type);
        Keep(ms => Instant.FromMs(Convert.ToInt64(ms)), at => Instant.ToMs(at));
        Keep(number => new PersonId(Convert.ToInt32(number)), id => id.Value);
        Keep(number => new AccountId(Convert.ToInt32(number)), id => id.Value);
        Keep(DayOf, day => TextOf(day));
        Keep<IReadOnlyList<string>>(text => ((string)text).Split(' '), words => string.Join(' ', words));
        Keep<IReadOnlyList<Channel>>(
            text => [.. ((string)text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Channel>)],
            channels => string.Join(' ', channels));
    }

    public static string TextOf(DateOnly day) => day.ToString(IsoDay, CultureInfo.InvariantCulture);

    /// <summary>A date of SQL Server, a text of SQLite, or the day of an instant.</summary>
    private static DateOnly DayOf(object cell) => cell switch
    {
        DateTime day => DateOnly.FromDateTime(day),
        long ms => DateOnly.FromDateTime(Instant.FromMs(ms)),
        _ => DateOnly.ParseExact((string)cell, IsoDay, CultureInfo.InvariantCulture),
    };

    /// <summary>How values of a type are stored; called before the first of them is read or written.</summary>
    public static void Keep<T>(Func<object, T> read, Func<T, object> write) =>
        SqlMapper.AddTypeHandler(new Cell<T>(read, write));

    public static void KeepJson<T>(JsonTypeInfo<T> form) => Keep(
        text => JsonSerializer.Deserialize((string)text, form)!, value => JsonSerializer.Serialize(value, form));

    private sealed class Cell<T>(Func<object, T> read, Func<T, object> write) : SqlMapper.TypeHandler<T>
    {
        /// <summary>A row of one empty cell comes here too, and is nothing.</summary>
        public override T? Parse(object value) =>
            value is DBNull && default(T) is null ? default : read(value);

        public override void SetValue(IDbDataParameter parameter, T? value) => parameter.Value = write(value!);
    }
}
