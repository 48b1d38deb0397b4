using System.Text.Json;
using CsvHelper;

namespace InfluencerMap.Cli.Reports;

/// <summary>Comma-separated output with snake_case headers that no spreadsheet takes for a formula.</summary>
internal static class CsvOutput
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
    };

    /// <summary>One column a property, in the order of the record.</summary>
    public static void Write<TLine>(TextWriter output, IEnumerable<TLine> lines)
    {
        var columns = Array.ConvertAll(
            typeof(TLine).GetConstructors()[0].GetParameters(),
            parameter => typeof(TLine).GetProperty(parameter.Name!)!);
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteHeader(Array.ConvertAll(columns, column => JsonNamingPolicy.SnakeCaseLower.ConvertName(column.Name)));
        foreach (var line in lines)
        {
            foreach (var column in columns)
                csv.WriteField(column.GetValue(line));
            csv.EndRecord();
        }
    }
}
