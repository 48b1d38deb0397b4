using System.CommandLine;
using System.Text;

namespace InfluencerMap.Cli;

/// <summary><c>--format</c> and <c>--excel</c>: how a command that has tables writes its result.</summary>
internal sealed class OutputOptions
{
    private readonly Option<OutputFormat> _format = SharedOptions.Format();
    private readonly Option<string?> _excel = Excel("CSV");

    public void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_excel);
    }

    /// <param name="of">What is written so.</param>
    public static Option<string?> Excel(string of)
    {
        var option = new Option<string?>("--excel")
        {
            Description = $"{of} for a double click in Excel, UTF-8 with a byte order mark. it: semicolons and decimal "
                + "commas, as in Italy and most of Europe; en: commas and decimal points.",
            HelpName = "it|en",
        };
        option.AcceptOnlyFromAmong("it", "en");
        return option;
    }

    public static ExcelTongue? ReadExcel(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) switch
    {
        "it" => ExcelTongue.It,
        "en" => ExcelTongue.En,
        _ => null,
    };

    /// <exception cref="UsageException">Excel is asked for beside another format than CSV.</exception>
    public Output Read(ParseResult parsed)
    {
        var format = parsed.GetValue(_format);
        if (ReadExcel(parsed, _excel) is not { } tongue)
            return new(format, null);
        if (format != OutputFormat.Csv && parsed.GetResult(_format) is { Implicit: false })
            throw new UsageException("--excel writes CSV: leave --format out, or say --format csv.");
        // Whatever the machine's code page: a mark and accents in any other would not be what Excel is told.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(OutputFormat.Csv, tongue);
    }
}

/// <summary>How a result is written.</summary>
/// <param name="Format">For people or for programs.</param>
/// <param name="Excel">CSV for that spreadsheet; null for programs, as RFC 4180 has it.</param>
internal readonly record struct Output(OutputFormat Format, ExcelTongue? Excel);

/// <summary>The language of an Excel, which decides what separates cells and decimals.</summary>
internal enum ExcelTongue
{
    It,
    En,
}
