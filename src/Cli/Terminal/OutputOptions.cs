using System.CommandLine;
using System.Text;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary><c>--format</c> and <c>--excel</c>: how a command that has tables writes its result.</summary>
internal sealed class OutputOptions
{
    private readonly Option<OutputFormat> _format = SharedOptions.OneOf(
        "--format", "table for people; csv or json for programs, clean on standard output.", OutputFormat.Table);

    private readonly Option<ExcelTongue?> _excel = Excel("CSV");

    public IEnumerable<Option> All => [_format, _excel];

    /// <param name="of">What is written so.</param>
    public static Option<ExcelTongue?> Excel(string of) => Options.Word<ExcelTongue?>(
        "--excel", $"{of} for a double click in Excel, UTF-8 with a byte order mark. it: semicolons and decimal "
            + "commas, as in Italy and most of Europe; en: commas and decimal points.", "it", "en");

    /// <exception cref="UsageException">Excel is asked for together with a format other than CSV.</exception>
    public Output Read(ParseResult parsed)
    {
        var format = parsed.GetValue(_format);
        if (parsed.GetValue(_excel) is not { } tongue)
            return new(format, null);
        if (format != OutputFormat.Csv && parsed.GetResult(_format) is { Implicit: false })
            throw new UsageException("--excel writes CSV: leave --format out, or say --format csv.");
        // Whatever the machine's code page: a mark and accents in any other would not be what Excel expects.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(OutputFormat.Csv, tongue);
    }
}

/// <summary>How a command writes its result to standard output.</summary>
/// <param name="Format">For people or for programs.</param>
/// <param name="Excel">CSV for that spreadsheet; null for programs, as RFC 4180 has it.</param>
internal readonly record struct Output(OutputFormat Format, ExcelTongue? Excel)
{
    /// <summary>For people.</summary>
    public static Output ForPeople { get; } = new(OutputFormat.Table, null);

    /// <summary>Writes a list: its rows, on the screen as their record shows them.</summary>
    /// <param name="rows">In their order.</param>
    /// <param name="none">What a screen says where there are none.</param>
    /// <param name="whole">Where columns that a narrow screen leaves out are to be had.</param>
    public void Write<TRow>(
        IReadOnlyCollection<TRow> rows, string? none = null, string whole = "--format csv has all") =>
        Write(rows, rows, [], console =>
        {
            if (rows.Count == 0 && none is not null)
                Console.Out.WriteLine(Suggested.InFull(none));
            ShownTable.Write(console, rows, Suggested.InFull(whole));
        });

    /// <summary>Writes a report.</summary>
    /// <param name="rows">What CSV has of it.</param>
    /// <param name="report">What JSON has of it.</param>
    /// <param name="said">What programs do not read: to standard error.</param>
    /// <param name="screen">Writes it for people.</param>
    public void Write<TRow, TReport>(
        IEnumerable<TRow> rows, TReport report, IEnumerable<string> said, Action<IAnsiConsole> screen)
    {
        if (Format == OutputFormat.Table)
        {
            screen(TableOutput.On(Console.Out));
            return;
        }
        foreach (var line in said)
            Progress.Say(line);
        if (Format == OutputFormat.Csv)
            CsvOutput.Write(Console.Out, rows, Excel);
        else
            JsonOutput.Write(Console.Out, report);
    }
}

/// <summary>For whom a result is written.</summary>
internal enum OutputFormat { Table, Csv, Json }

/// <summary>The language of an Excel, which decides what separates cells and decimals.</summary>
internal enum ExcelTongue { It, En }
