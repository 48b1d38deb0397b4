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
        Write(
            output, Array.ConvertAll(columns, column => column.Name),
            lines.Select(line => Array.ConvertAll(columns, column => column.GetValue(line))));
    }

    /// <param name="output">Stays open.</param>
    /// <param name="columns">Their names, in any case.</param>
    /// <param name="rows">A value a column.</param>
    public static void Write(TextWriter output, IEnumerable<string> columns, IEnumerable<object?[]> rows)
    {
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteHeader([.. columns.Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)]);
        foreach (var row in rows)
        {
            foreach (var value in row)
                csv.WriteField(value);
            csv.EndRecord();
        }
    }
}
