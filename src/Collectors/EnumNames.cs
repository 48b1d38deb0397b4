using System.Reflection;
using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>What a member of an enum is called outside: words for people, or a column of a file.</summary>
/// <param name="names">The name; where files differ, one for each kind of file.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class NamedAttribute(params string[] names) : Attribute
{
    public string[] Names => names;
}

/// <summary>The names of all members by their values, which are 0, 1, 2 and so on.</summary>
internal static class EnumNames<T> where T : struct, Enum
{
    public static string[] All { get; } = Of(kind: 0);

    /// <summary>The names in files of another kind; a member without a name is called as in C#, first letter small.</summary>
    public static string[] Of(int kind) =>
    [
        .. typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).Select(member =>
            member.GetCustomAttribute<NamedAttribute>()?.Names[kind]
            ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name)),
    ];
}
