using System.Reflection;

namespace InfluencerMap.Cli;

/// <summary>The columns that a record of rows declares: all of them, and those that a screen shows.</summary>
/// <typeparam name="TRow">A record whose primary constructor has a parameter per column.</typeparam>
internal static class RowColumns<TRow>
{
    /// <summary>What a row is made of, in the order of the record.</summary>
    public static IReadOnlyList<PropertyInfo> All { get; } = Array.ConvertAll(
        typeof(TRow).GetConstructors()[0].GetParameters(), parameter => typeof(TRow).GetProperty(parameter.Name!)!);

    /// <summary>What a screen shows, in its order.</summary>
    public static IReadOnlyList<(PropertyInfo Property, ShownAttribute Shown)> Shown { get; } = FindShown();

    private static List<(PropertyInfo Property, ShownAttribute Shown)> FindShown()
    {
        var parameters = typeof(TRow).GetConstructors()[0].GetParameters();
        var declared = (from property in typeof(TRow).GetProperties()
                        let shown = property.GetCustomAttribute<ShownAttribute>() ?? Array
                            .Find(parameters, parameter => parameter.Name == property.Name)
                            ?.GetCustomAttribute<ShownAttribute>()
                        where shown is not null
                        select (Property: property, Shown: shown)).ToArray();
        var columns = new List<(PropertyInfo Property, ShownAttribute Shown)>();
        foreach (var parameter in parameters)
        {
            columns.AddRange(declared.Where(
                column => column.Property.Name == parameter.Name && column.Shown.After is null));
            columns.AddRange(declared.Where(column => column.Shown.After == parameter.Name));
        }
        return columns;
    }
}
