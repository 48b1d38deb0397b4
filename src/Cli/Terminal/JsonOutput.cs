using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace InfluencerMap.Cli;

/// <summary>All JSON that the command line writes: camelCase, the same numbers as CSV.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutColumnsOfTheScreen } },
    };

    public static void Write<TReport>(TextWriter output, TReport report) => output.WriteLine(Text(report));

    public static string Text<TReport>(TReport report) => JsonSerializer.Serialize(report, Options);

    private static void LeaveOutColumnsOfTheScreen(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i].AttributeProvider?.IsDefined(typeof(ShownAttribute), false) == true)
                type.Properties.RemoveAt(i);
    }
}
