namespace InfluencerMap.Cli.Tests.Collect;

/// <summary>
/// What a calendar tells of meetings beyond the made company's file: a room is nobody's audience, how long a meeting
/// was, and which series it belongs to. In the stand-in tenant every third meeting lasts an hour and the others half of
/// one; those of more than two invited are a series, one for each organiser.
/// </summary>
internal static class FileMeetings
{
    public static void AsCalendarsTell(string path)
    {
        var rows = Csv.Read(File.ReadAllText(path)).Where(IsPerson).ToList();
        var audiences = rows.CountBy(row => row["message"]).ToDictionary();
        foreach (var row in rows)
        {
            row["series"] = int.Parse(row["audience"]) > 2 ? $"series of {row["from"]}" : "";
            row["minutes"] = long.Parse(row["message"]) % 3 == 0 ? "60" : "30";
            row["audience"] = $"{audiences[row["message"]]}";
        }
        File.WriteAllLines(path, [
            string.Join(',', rows[0].Keys), .. rows.Select(row => string.Join(',', row.Values)),
        ]);
    }

    private static bool IsPerson(Dictionary<string, string> row) =>
        !row["to"].StartsWith("room-", StringComparison.Ordinal);
}
