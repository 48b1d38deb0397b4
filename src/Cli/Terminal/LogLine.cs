using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfluencerMap.Cli;

/// <summary>One line of standard error for a log's collector: counts and durations, never persons.</summary>
/// <param name="At">When it was said, UTC.</param>
/// <param name="Level">information, or error for the line that a program ends with.</param>
/// <param name="Message">The same as for people.</param>
/// <param name="Step">The step that is done.</param>
/// <param name="ElapsedMs">What it took.</param>
/// <param name="Night">How the night ended, in numbers.</param>
internal sealed record LogLine(
    DateTimeOffset At, string Level, string Message, string? Step = null, long? ElapsedMs = null,
    NightEnd? Night = null)
{
    /// <summary>Whether lines are JSON rather than words; said once, by the command, before anything else is.</summary>
    public static bool IsJson { get; set; }

    public static void Write(
        string message, string level = "information", string? step = null, long? elapsedMs = null,
        NightEnd? night = null) =>
        Console.Error.WriteLine(JsonSerializer.Serialize(
            new(TimeProvider.System.GetUtcNow(), level, message, step, elapsedMs, night),
            LogLineJson.Readable.LogLine));
}

[JsonSerializable(typeof(LogLine))]
internal sealed partial class LogLineJson : JsonSerializerContext
{
    /// <summary>A log is not a page: quotes and arrows may stand there as they are.</summary>
    public static LogLineJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
