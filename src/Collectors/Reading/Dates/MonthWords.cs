namespace InfluencerMap.Collectors;

/// <summary>
/// Names of months, whole or cut, in English, Italian, German, French, Spanish, Portuguese, Dutch, Polish and the
/// languages of the north: no two of them contradict each other.
/// </summary>
internal static class MonthWords
{
    private const int LengthMin = 3;

    private static readonly string[][] Begins =
    [
        ["jan", "gen", "ene", "jän", "sty"], ["feb", "fév", "fev", "lut"], ["mar", "mär", "mrz", "maa", "mrt"],
        ["apr", "avr", "abr", "kwi"], ["may", "mai", "mag", "mei", "maj"], ["jun", "jui", "giu", "cze"],
        ["jul", "juil", "lug", "lip"], ["aug", "aoû", "aou", "ago", "sie"], ["sep", "set", "wrz"],
        ["oct", "okt", "ott", "out", "paź"], ["nov", "lis"], ["dec", "dez", "dic", "déc", "des", "gru"],
    ];

    /// <summary>1 … 12; the longest beginning that fits decides, so that juin and juillet are distinguished.</summary>
    public static int? Of(ReadOnlySpan<char> word)
    {
        var (month, length) = ((int?)null, LengthMin - 1);
        for (var i = 0; i < Begins.Length; i++)
            foreach (var begin in Begins[i])
                if (begin.Length > length && word.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
                    (month, length) = (i + 1, begin.Length);
        return month;
    }
}
