using System.Reflection;
using Dapper;

namespace InfluencerMap.Storage;

/// <summary>
/// How a row becomes a record: by the names of its columns. A number may be narrower in one dialect than the record's
/// own, so that no statement needs a CAST for it.
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
    /// The same type, a narrower whole number, or where null may be a NULL of SQLite, which has no type.
    /// </summary>
    private static bool Takes(Type parameter, Type column)
    {
        var value = Nullable.GetUnderlyingType(parameter) ?? parameter;
        return value == column
            || (Array.IndexOf(WholeNumbers, column) is >= 0 and var width && width < Array.IndexOf(WholeNumbers, value))
            || (column == typeof(byte[]) && (!parameter.IsValueType || value != parameter));
    }
}
