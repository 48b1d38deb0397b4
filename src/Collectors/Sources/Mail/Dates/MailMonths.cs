namespace InfluencerMap.Collectors;

/// <summary>
/// Names of months in English, Italian, German, French, Spanish, Portuguese, Dutch and Swedish, by their first
/// letters: mail has English ones, but some programs write their own country's.
/// </summary>
internal static class MailMonths
{
    /// <summary>First letters without accents and the number of the month; the English ones first.</summary>
    private static ReadOnlySpan<byte> Names => """
        janfebmaraprmayjunjulaugsepoctnovdecgenenefevfvrmrzmrtmr avrabrmagmaimajmeigiulugagoaotaousetottoutoktdezdic
        """u8;

    private static ReadOnlySpan<byte> Numbers =>
        [
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
            1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5, 6, 7, 8, 8, 8, 9, 10, 10, 10, 12, 12,
        ];

    /// <summary>1 … 12; 0 where the word begins like no name of a month.</summary>
    public static int Of(ReadOnlySpan<byte> word)
    {
        Span<byte> first = [(byte)' ', (byte)' ', (byte)' ', (byte)' '];
        var count = 0;
        foreach (var symbol in word)
        {
            if (char.IsAsciiLetter((char)symbol))
                first[count++] = (byte)(symbol | 0x20);
            else if (symbol < 0x80)
                break;
            if (count == first.Length)
                break;
        }
        // French alone needs a fourth letter: juin, juil; and its déc has two without an accent.
        if (first is [(byte)'d', (byte)'c', _, _])
            return word.Length > 2 ? 12 : 0;
        if (first is [(byte)'j', (byte)'u', (byte)'i', var fourth])
            return fourth == 'n' ? 6 : fourth == 'l' ? 7 : 0;
        // An m and an r alone are a name only where a letter with an accent stood between them.
        if (count < 2 || (count == 2 && word.Length == 2))
            return 0;
        var at = 0;
        while (Names[at..].IndexOf(first[..3]) is >= 0 and var found)
        {
            at += found;
            if (at % 3 == 0)
                return Numbers[at / 3];
            at++;
        }
        return 0;
    }
}
