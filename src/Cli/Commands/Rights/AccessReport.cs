using System.Globalization;
using System.Text;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What the store holds of a person: to read, and for programs.</summary>
internal static class AccessReport
{
    /// <summary>Of each table; the rest is for files.</summary>
    private const int RowsShownMax = 20;

    private const string About =
        "Everything that InfluencerMap holds of you. Other people are numbers of this export alone, because their data "
        + "is theirs.";

    /// <summary>The first rows of each table.</summary>
    public static void Write(IReadOnlyList<AccessSection> sections, TextWriter output)
    {
        output.WriteLine(About);
        foreach (var section in sections)
        {
            output.WriteLine();
            output.WriteLine($"{section.Table}: {section.About} {Count(section.Rows.Count)}");
            if (section.Rows.Count == 0)
                continue;
            TableOutput.Write(
                TableOutput.On(output), null, section.Columns, [],
                section.Rows.Take(RowsShownMax).Select(row => Array.ConvertAll(row, Text)));
            if (section.Rows.Count > RowsShownMax)
                output.WriteLine($"The first {RowsShownMax}; --out FOLDER or --format json gives all.");
        }
    }

    /// <summary>A folder that only its owner may open: what to read, JSON, and a CSV file a table.</summary>
    public static void WriteFolder(AccessSection[] sections, string folder, ExcelTongue? excel)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(
                folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var readable = new StringBuilder(About).AppendLine().AppendLine();
        foreach (var section in sections)
        {
            readable.AppendLine($"{section.Table}.csv: {section.About} {Count(section.Rows.Count)}");
            using var csv = new StreamWriter(Path.Combine(folder, section.Table + ".csv"));
            CsvOutput.Write(csv, section.Columns, section.Rows, excel);
        }
        File.WriteAllText(Path.Combine(folder, "README.txt"), readable.ToString());
        using var json = new StreamWriter(Path.Combine(folder, "access.json"));
        JsonOutput.Write(json, sections);
    }

    private static string Count(int rows) => rows switch
    {
        0 => "Nothing.",
        1 => "1 row.",
        _ => $"{rows:N0} rows.",
    };

    private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
}
