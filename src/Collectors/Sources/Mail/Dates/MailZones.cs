using System.Buffers;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>Zones that mail names instead of an offset.</summary>
internal static class MailZones
{
    private const int NameLengthMax = 64;

    private static readonly SearchValues<byte> OfNames =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_-+"u8);

    /// <summary>Those of RFC 5322, 4.3, and others that mail programs write, with their minutes from UTC.</summary>
    private static readonly (byte[] Name, int Minutes)[] Known =
    [
        .. ("GMT 0,UTC 0,UT 0,Z 0,EST -300,EDT -240,CST -360,CDT -300,MST -420,MDT -360,PST -480,PDT -420,CET 60,"
            + "CEST 120,MET 60,MEST 120,MEZ 60,MESZ 120,WET 0,WEST 60,BST 60,EET 120,EEST 180,MSK 180,MSD 240,SAST 120,"
            + "IST 330,SGT 480,HKT 480,AWST 480,JST 540,KST 540,ACST 570,AEST 600,AEDT 660,NZST 720,NZDT 780,HST -600,"
            + "AKST -540,AKDT -480,AST -240,ADT -180,NST -210,NDT -150,BRT -180,ART -180,CLT -240")
            .Split(',').Select(zone => zone.Split(' ')).Select(zone => (
                Encoding.ASCII.GetBytes(zone[0]),
                int.Parse(zone[1], System.Globalization.CultureInfo.InvariantCulture))),
    ];

    /// <summary>False, and 0, for letters that stand for no known zone.</summary>
    public static bool TryMinutesOf(ReadOnlySpan<byte> name, out int minutes)
    {
        foreach (var zone in Known)
            if (Ascii.EqualsIgnoreCase(zone.Name, name))
            {
                minutes = zone.Minutes;
                return true;
            }
        minutes = 0;
        return false;
    }

    /// <summary>Whether a name is one such as <c>EST5EDT</c> or <c>Europe/Rome</c>.</summary>
    /// <param name="name">Of a zone that is none of the others.</param>
    /// <param name="minutes">What the name itself says of winter; 0 where it says nothing.</param>
    public static bool HasSummerTime(ReadOnlySpan<byte> name, out int minutes)
    {
        minutes = 0;
        if (name.Length > NameLengthMax || name.IndexOfAnyExcept(OfNames) >= 0)
            return false;
        if (name.IndexOf((byte)'/') > 0)
            return true;
        var digit = name.IndexOfAnyInRange((byte)'0', (byte)'9');
        if (digit != 3 || name.Length != 7)
            return false;
        minutes = -60 * (name[digit] - '0');
        return true;
    }

    /// <summary>Of such a zone at a local time; null where this machine does not know it.</summary>
    public static int? MinutesOf(ReadOnlySpan<byte> name, DateTime local) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Encoding.ASCII.GetString(name), out var zone)
            ? (int)zone.GetUtcOffset(local).TotalMinutes : null;
}
