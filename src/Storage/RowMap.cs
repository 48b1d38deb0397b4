using System.Reflection;
using Dapper;

namespace InfluencerMap.Storage;

/// <summary>
/// How a row becomes a record: by the names of its columns. A number may be narrower in one dialect than the record's
/// own, so that no statement needs a CAST for it.
/// </summary>
internal sealed class RowMap(Type row) : SqlMapper.ITypeMap
{
    private readonly DefaultTypeMap _exact = new(row);

    public ConstructorInfo? FindConstructor(string[] names, Type[] types) =>
        _exact.FindConstructor(names, types)
        ?? Array.Find(
            row.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            constructor => constructor.GetParameters().Select(parameter => parameter.Name)
                .SequenceEqual(names, StringComparer.OrdinalIgnoreCase));

    public ConstructorInfo? FindExplicitConstructor() => _exact.FindExplicitConstructor();

    public SqlMapper.IMemberMap? GetConstructorParameter(ConstructorInfo constructor, string columnName) =>
        _exact.GetConstructorParameter(constructor, columnName);

    public SqlMapper.IMemberMap? GetMember(string columnName) => _exact.GetMember(columnName);
}
