namespace InfluencerMap.Tenant;

/// <summary>Texts that stand where people's words would: none may become a string in the collector.</summary>
public static class Canary
{
    /// <summary>Part of every text that must not be read.</summary>
    public const string Marker = "c4n4ry";

    private static readonly string LongTail = new('~', 40_000);

    /// <summary>A text for one field; some need escapes in JSON, some are long.</summary>
    public static string Of(string field, long number) => (number % 50) switch
    {
        0 => $"{Marker}-{field}-{number} \"quoted\" \\ back\nline \u00e9 \u6f22 \ud83d\ude00 \u0001 </script>",
        1 => $"{Marker}-{field}-{number} }} ], \"value\": [ {{",
        2 when number % 1_000 == 2 => $"{Marker}-{field}-{number} {LongTail}",
        _ => $"{Marker}-{field}-{number}",
    };
}
