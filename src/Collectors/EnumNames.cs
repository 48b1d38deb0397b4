using System.Reflection;
using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>What a member of an enum is called outside: words for people, or a column of a file.</summary>
/// <param name="names">The name; several where files call it differently.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class NamedAttribute(params string[] names) : Attribute
{
    public string[] Names => names;
}

/// <summary>The names of all members by their values, which are 0, 1, 2 and so on.</summary>
internal static class EnumNames<T> where T : struct, Enum
{
    /// <summary>All names of each; a member without one is called as in C#, its first letter small.</summary>
    public static string[][] Several { get; } =
    [
        .. typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).Select(member =>
            member.GetCustomAttribute<NamedAttribute>()?.Names
            ?? [JsonNamingPolicy.CamelCase.ConvertName(member.Name)]),
    ];

    public static string[] All { get; } = Of(kind: 0);

    /// <summary>The names in files of another kind.</summary>
    public static string[] Of(int kind) => Array.ConvertAll(Several, names => names[Math.Min(kind, names.Length - 1)]);
}
