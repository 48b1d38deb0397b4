using System.Reflection;
using Dapper;

namespace InfluencerMap.Storage;

/// <summary>
/// How a row becomes a record: by the names of its columns. A number may be narrower in one dialect than the record's
/// own, so that no statement needs a CAST for it. SQLite has one type of whole number, which may stand for any of
/// them, an enum or a bool; a value that does not fit is refused when it is read. <see cref="Cells"/> stores the rest.
/// </summary>
internal sealed class RowMap(Type row) : SqlMapper.ITypeMap
{
    /// <summary>From narrow to wide; a bit is 0 or 1.</summary>
    private static readonly Type[] WholeNumbers =
        [typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long)];

    private readonly DefaultTypeMap _exact = new(row);

    public ConstructorInfo? FindConstructor(string[] names, Type[] types) =>
        _exact.FindConstructor(names, types)
        ?? Array.Find(
            row.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            constructor => Takes(constructor.GetParameters(), names, types));

    public ConstructorInfo? FindExplicitConstructor() => _exact.FindExplicitConstructor();

    public SqlMapper.IMemberMap? GetConstructorParameter(ConstructorInfo constructor, string columnName) =>
        _exact.GetConstructorParameter(constructor, columnName);

    public SqlMapper.IMemberMap? GetMember(string columnName) => _exact.GetMember(columnName);

    private static bool Takes(ParameterInfo[] parameters, string[] names, Type[] types) =>
        parameters.Select(parameter => parameter.Name).SequenceEqual(names, StringComparer.OrdinalIgnoreCase)
        && parameters.Zip(types).All(pair => Takes(pair.First.ParameterType, pair.Second));

    /// <summary>
    /// The same type, a narrower whole number, the one of SQLite, or its NULL or a table without rows, which have no
    /// type.
    /// </summary>
    private static bool Takes(Type parameter, Type column)
    {
        var value = Nullable.GetUnderlyingType(parameter) ?? parameter;
        var number = Array.IndexOf(WholeNumbers, value.IsEnum ? Enum.GetUnderlyingType(value) : value);
        return value == column || column == typeof(byte[]) || SqlMapper.HasTypeHandler(value)
            || (column == typeof(long) && number >= 0)
            || (value.IsEnum && column == typeof(string))
            || (Array.IndexOf(WholeNumbers, column) is >= 0 and var width && width <= number);
    }
}
