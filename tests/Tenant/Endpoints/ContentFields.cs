using System.Text.Json;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>Fields of mail and calendars that hold what people wrote: for whoever asks and is permitted.</summary>
internal static class ContentFields
{
    public static readonly string[] OfMail = ["subject", "bodyPreview", "body", "webLink", "internetMessageHeaders"];

    public static readonly string[] OfCalendar =
        ["subject", "bodyPreview", "body", "location", "webLink", "categories"];

    public static void Write(Utf8JsonWriter writer, string name, long number)
    {
        var canary = Canary.Of(name, number);
        switch (name)
        {
            case "subject" or "bodyPreview" or "webLink":
                writer.WriteString(name, canary);
                break;
            case "body":
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, new { contentType = "html", content = canary });
                break;
            case "location":
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, new { displayName = canary });
                break;
            case "categories":
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, new[] { canary });
                break;
            case "internetMessageHeaders":
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, new[] { new { name = "Subject", value = canary } });
                break;
        }
    }
}
