namespace InfluencerMap.Collectors;

/// <summary>Whether bytes that are not UTF-8 can be Windows-1252, or look like another code page.</summary>
internal static class WesternText
{
    /// <summary>Bytes that Windows-1252 leaves free.</summary>
    private const string Free = "\x81\x8d\x8f\x90\x9d";

    /// <summary>
    /// Marks that no word of Windows-1252 goes on with, and that are é, â, ä, å, ê, ë, ò in the code pages of DOS, à, ò
    /// in that of the Macintosh.
    /// </summary>
    private const string NeverAfterLetters = "\x82\x83\x84\x86\x87\x88\x89\x95\x98";

    /// <summary>The same, where another letter follows.</summary>
    private const string NeverInside = "\x85\x8b\x93\x94\x99\x9b";

    /// <summary>Capitals of Windows-1252 that follow no small letter, and are letters of the Macintosh.</summary>
    private const string Capitals = "\x8a\x8c\x8e\x9f";

    /// <summary>What speaks against Windows-1252; null where nothing does.</summary>
    /// <param name="bytes">A part of the text.</param>
    /// <param name="before">The byte before it.</param>
    public static string? Objection(ReadOnlySpan<byte> bytes, byte before)
    {
        for (var i = 0; i < bytes.Length; before = bytes[i++])
        {
            if (bytes[i] < 0x80)
                continue;
            var symbol = (char)bytes[i];
            var next = i + 1 < bytes.Length ? bytes[i + 1] : (byte)'\n';
            if (Free.Contains(symbol))
                return "neither UTF-8 nor Windows-1252";
            if (char.IsAsciiLetter((char)before) && (NeverAfterLetters.Contains(symbol)
                    || (NeverInside.Contains(symbol) && char.IsAsciiLetter((char)next)))
                || char.IsAsciiLetterLower((char)before) && Capitals.Contains(symbol))
                return "not UTF-8, and looks like the code page of DOS or of a Macintosh";
            // Ã and Â before such a byte are what UTF-8 looks like when it is taken for Windows-1252.
            if (bytes[i] is 0xC2 or 0xC3 && next is >= 0x80 and <= 0xBF)
                return "UTF-8 in one part and another encoding in another";
        }
        return null;
    }
}
