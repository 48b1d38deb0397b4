using System.Globalization;
using System.Text;
using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>Times as <c>Wed Oct 10 20:19:24 +0000 2018</c>; newer ones in ISO 8601.</summary>
internal static class XTime
{
    private const int BytesMax = 40;

    /// <summary>From the property's name. UTC; null where there is none.</summary>
    public static DateTime? Read(ref Utf8JsonReader json)
    {
        Span<byte> text = stackalloc byte[BytesMax];
        text = text[..Fields.Copy(ref json, text)];
        string[] forms = ["ddd MMM dd HH:mm:ss zzz yyyy", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal;
        var isTime = DateTimeOffset.TryParseExact(
            Encoding.UTF8.GetString(text), forms, CultureInfo.InvariantCulture, Utc, out var at);
        return isTime ? at.UtcDateTime : null;
    }
}
