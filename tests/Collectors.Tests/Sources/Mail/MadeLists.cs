namespace InfluencerMap.Tests.Sources;

/// <summary>Lists of addresses and dates made by the grammar of RFC 5322, its obsolete forms too.</summary>
internal sealed class MadeLists(Random random)
{
    private static readonly string[] Words = ["ada", "Ben", "c-d", "e+f", "o'g", "h_i", "j=k", "x~y", "r&d", "\u00F6z"];

    private static readonly string[] Quoted =
        ["a, b", "c \\\" d", "<e@f.example>", "(g)", "h;", "i: j", "k\\\\", "l@m", "\u00E9"];

    private static readonly string[] Comments =
        ["c", "a, b", "(d)", "e@f.example", "<g@h.example>", "\\) i", "j;", "k: l", "\u00FC", "\"m", "", "at"];

    private static readonly string[] Blanks = [" ", "\t", "\r\n ", "\n\t", "  "];

    private static readonly string[] Domains =
        ["x.example", "y-z.example", "a.b.c.example", "[192.0.2.1]", "[IPv6:2001:db8::1]", "m\u00FCnchen.example"];

    private static readonly string[] Codes =
        ["=?utf-8?q?Made=2C_Ada?=", "=?utf-8?b?QmVuLCA8Yj4=?=", "=?iso-8859-1?Q?a=40b?="];

    private static readonly string[] Zones =
    [
        "+0000", "-0000", "+0530", "-1200", "+1400", "GMT", "UT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST",
        "PDT",
    ];

    public string List()
    {
        var members = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Chance(6) ? Group() : Mailbox());
        return Between() + string.Join($"{Between()},{(Chance(8) ? " ," : "")}{Between()}", members) + Between();
    }

    public string Date()
    {
        var at = new DateTime(1971, 1, 1).AddSeconds(random.NextInt64(120L * 365 * 86_400));
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var day = Chance(2) ? at.ToString("ddd", culture) + "," + Between() : "";
        var clock = at.ToString(Chance(4) ? "HH':'mm" : "HH':'mm':'ss", culture);
        return $"{Between()}{day}{at.ToString(Chance(2) ? "dd" : "%d", culture)}{Blank()}{at.ToString("MMM", culture)}"
            + $"{Blank()}{at:yyyy}{Blank()}{clock}{Blank()}{Pick(Zones)}{Between()}";
    }

    private string Group() => $"{Phrase()}{Between()}:{Between()}"
        + $"{string.Join(",", Enumerable.Range(0, random.Next(0, 3)).Select(_ => Mailbox()))}{Between()};";

    private string Mailbox() => random.Next(3) switch
    {
        0 => Address(),
        1 => $"{Between()}<{Address()}>",
        _ => $"{Phrase()}{Blank()}<{(Chance(8) ? "@r.example,@s.example:" : "")}{Address()}>",
    };

    private string Phrase() =>
        string.Join(Blank(), Enumerable.Range(0, random.Next(1, 4)).Select(_ => PhraseWord()));

    private string PhraseWord() => random.Next(3) switch
    {
        0 => $"\"{Pick(Quoted)}{(Chance(4) ? Pick(Blanks) : "")}\"",
        1 => Pick(Codes),
        _ => Pick(Words),
    };

    private string Address() =>
        $"{Local()}{(Chance(8) ? Between() : "")}@{(Chance(8) ? Between() : "")}{Pick(Domains)}";

    private string Local() => random.Next(6) switch
    {
        0 => $"\"{Pick(Quoted)}\"",
        1 => $"{Pick(Words)}.{Pick(Words)}.{Pick(Words)}",
        2 => $"{Pick(Words)}.\"{Pick(Quoted)}\"",
        3 => $"\"{Pick(Quoted)}\".{Pick(Words)}",
        _ => Pick(Words),
    };

    private string Blank() => Chance(6) ? $"{Pick(Blanks)}({Pick(Comments)}){Pick(Blanks)}" : Pick(Blanks);

    private string Between() => Chance(4) ? Blank() : "";

    private bool Chance(int of) => random.Next(of) == 0;

    private string Pick(string[] of) => of[random.Next(of.Length)];
}
