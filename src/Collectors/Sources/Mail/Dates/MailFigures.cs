using System.Buffers.Text;

namespace InfluencerMap.Collectors;

/// <summary>Figures in the dates of mail, of which there are two or more to a mail: no sign, no blank.</summary>
internal static class MailFigures
{
    /// <summary>The figures with which a text begins; empty where it begins with none.</summary>
    public static ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and var end ? text[..end] : text;

    /// <summary>Reads a text that is figures and nothing else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int digitsMax, out int number)
    {
        number = 0;
        return text.Length <= digitsMax && Begin(text).Length == text.Length
            && Utf8Parser.TryParse(text, out number, out _);
    }
}
