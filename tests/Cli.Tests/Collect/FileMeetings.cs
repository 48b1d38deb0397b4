using System.Globalization;

namespace InfluencerMap.Cli.Tests.Collect;

/// <summary>
/// Two rules that a calendar tells and a file of rows cannot: a room is nobody's audience, and a series counts once a
/// week. Meetings of more than two invited are series in the stand-in tenant, one for each organiser.
/// </summary>
internal static class FileMeetings
{
    public static void AsCalendarsCount(string path)
    {
        var rows = Csv.Read(File.ReadAllText(path));
        var columns = rows[0].Keys.ToArray();
        var audiences = rows.Where(IsPerson).CountBy(row => row["message"]).ToDictionary();
        var seen = new HashSet<(string, int, string)>();
        var kept = rows.Where(row => IsPerson(row)
            && (int.Parse(row["audience"]) <= 2 || seen.Add((row["from"], WeekOf(row), row["to"])))).ToList();
        foreach (var row in kept)
            row["audience"] = $"{audiences[row["message"]]}";
        File.WriteAllLines(path, [
            string.Join(',', columns), .. kept.Select(row => string.Join(',', columns.Select(c => row[c]))),
        ]);
    }

    private static bool IsPerson(Dictionary<string, string> row) =>
        !row["to"].StartsWith("room-", StringComparison.Ordinal);

    /// <summary>Monday to Sunday: the first day of the calendar was a Monday.</summary>
    private static int WeekOf(Dictionary<string, string> row) =>
        DateTime.Parse(row["at"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal).DayNumber() / 7;

    private static int DayNumber(this DateTime instant) => DateOnly.FromDateTime(instant).DayNumber;
}
