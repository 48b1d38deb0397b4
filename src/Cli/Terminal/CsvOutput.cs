using System.Globalization;
using System.Text.Json;
using CsvHelper;

namespace InfluencerMap.Cli;

/// <summary>
/// All CSV that the command line writes, with snake_case headers and no cell that a spreadsheet takes for a formula:
/// for programs as RFC 4180 has it, a line feed after each row, or for an Excel of some language.
/// </summary>
internal static class CsvOutput
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly CsvWriterOptions ForPrograms = CsvWriterOptions.Default with
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
    };

    /// <summary>One column per property, in the order of the record.</summary>
    public static void Write<TRow>(TextWriter output, IEnumerable<TRow> rows, ExcelTongue? excel = null) => Write(
        output, RowColumns<TRow>.All.Select(column => column.Name),
        rows.Select(row => RowColumns<TRow>.All.Select(column => column.GetValue(row)).ToArray()), excel);

    /// <param name="output">Stays open.</param>
    /// <param name="columns">Their names, in any case.</param>
    /// <param name="rows">A value a column.</param>
    /// <param name="excel">For which Excel; null for programs.</param>
    public static void Write(
        TextWriter output, IEnumerable<string> columns, IEnumerable<object?[]> rows, ExcelTongue? excel = null)
    {
        if (excel is not null)
            output.Write(ByteOrderMark);
        using var csv = CsvWriter.Create(output, OptionsFor(excel), leaveOpen: true);
        csv.WriteHeader([.. columns.Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)]);
        foreach (var row in rows)
        {
            foreach (var value in row)
                csv.WriteField(value);
            csv.EndRecord();
        }
    }

    /// <summary>
    /// Excel splits by the list separator of its language, and reads a decimal point as text in Italian.
    /// </summary>
    private static CsvWriterOptions OptionsFor(ExcelTongue? excel) => excel switch
    {
        ExcelTongue.It => ForPrograms with
        {
            NewLine = "\r\n",
            Separator = ';',
            FormatProvider = new NumberFormatInfo { NumberDecimalSeparator = "," },
        },
        ExcelTongue.En => ForPrograms with { NewLine = "\r\n" },
        _ => ForPrograms,
    };
}
