using CsvHelper;

namespace InfluencerMap.Cli.Tests;

/// <summary>Reads what the program wrote for other programs.</summary>
internal static class Csv
{
    public static List<Dictionary<string, string>> Read(string text)
    {
        using var csv = CsvReader.FromText(text, new() { HasHeader = true });
        var lines = new List<Dictionary<string, string>>();
        while (csv.Read())
            lines.Add(csv.Headers!.ToDictionary(header => header, header => csv.GetString(header)));
        return lines;
    }

    public static bool SameLine(Dictionary<string, string> left, Dictionary<string, string> right) =>
        left.Count == right.Count && !left.Except(right).Any();
}
