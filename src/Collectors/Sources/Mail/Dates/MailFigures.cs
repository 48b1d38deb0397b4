namespace InfluencerMap.Collectors;

/// <summary>Figures in the dates of mail, of which there are two or more to a mail: no sign, no blank.</summary>
internal static class MailFigures
{
    /// <summary>The figures with which a text begins; empty where it begins with none.</summary>
    public static ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit((char)text[end]))
            end++;
        return text[..end];
    }

    /// <summary>Reads a text that is figures and nothing else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, int digitsMax, out int number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > digitsMax)
            return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            number = (10 * number) + digit - '0';
        }
        return true;
    }
}
