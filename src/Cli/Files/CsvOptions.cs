using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary>How a file of separated values is laid out: the options that both imports share.</summary>
internal sealed class CsvOptions
{
    private readonly Option<string?> _map = Options.Of<string?>(
        "--map", "key=column,...", "Which column stands for which key, where it is not named like the key.");

    private readonly Option<string> _delimiter = Options.Of<string>(
        "--delimiter", "mark", "What separates cells: auto, whitespace, tab, or one mark such as ';'.", CsvFormat.Auto);

    private readonly Option<string> _encoding = Options.Of<string>(
        "--encoding", "name", "What a text is written in, where no byte order mark says it: auto (UTF-8, else "
            + "Windows-1252, which is reported), or an IANA name such as ibm850.", CsvFormat.Default.Encoding);

    private readonly Option<string?> _dateFormat = Options.Of<string?>(
        "--date-format", "form", "How dates are written: dmy, mdy, ymd, iso, or a pattern such as 'dd/MM/yyyy "
            + "HH:mm'; found out from all rows when left out.");

    private readonly Option<bool> _noHeader = Options.Flag(
        "--no-header", "The first line is data; columns go by their number, from 1.");

    private readonly Option<string?> _sheet = Options.Of<string?>(
        "--sheet", "name", "Name or number of the sheet of an .xlsx workbook; the first with headings when left out.");

    private readonly Option<string[]> _where = Options.Of<string[]>(
        "--where", "column=value", "Reads only rows whose cell in a column equals a value; may be repeated.", []);

    private readonly Option<string[]> _ignore = Options.Of<string[]>(
        "--ignore", "column,...", "Columns to leave unread.", []);

    private readonly Option<int> _maxBadRows = Options.Of<int>(
        "--max-bad-rows", "n", "Rows that may be unreadable: reported and skipped. Beyond it nothing of the file is "
            + "stored.");

    /// <summary>What is the same for every file of a kind, and can be saved under a name.</summary>
    private IReadOnlyList<Option> Layout => [_map, _delimiter, _encoding, _dateFormat, _noHeader, _sheet, _ignore];

    /// <summary>The layout as words of a command line; none where nothing of it was given.</summary>
    public IReadOnlyList<string> LayoutGiven(ParseResult parsed) =>
    [
        .. from option in Layout
           let result = parsed.GetResult(option)
           where result is { Implicit: false }
           from words in result.Tokens.Count == 0
               ? [[option.Name]]
               : result.Tokens.Select(token => (string[])[option.Name, token.Value])
           from word in words
           select word,
    ];

    /// <summary>Reads words that <see cref="LayoutGiven"/> gave.</summary>
    /// <exception cref="FailedException">Another version of the program wrote them.</exception>
    public static CsvFormat Parse(string[] layout)
    {
        var options = new CsvOptions();
        var parsed = new CliCommand("layout", "", options.All).Parse(layout);
        return parsed.Errors.Count == 0
            ? options.Read(parsed)
            : throw new FailedException($"The saved layout cannot be read: {parsed.Errors[0].Message} Save it anew.");
    }

    public IEnumerable<Option> All => [.. Layout, _where, _maxBadRows];

    public CsvFormat Read(ParseResult parsed) => new()
    {
        Delimiter = parsed.GetRequiredValue(_delimiter),
        Encoding = parsed.GetRequiredValue(_encoding),
        Dates = parsed.GetValue(_dateFormat) is { } form ? DateFormat.Parse(form) : DateFormat.Auto,
        HasHeader = !parsed.GetValue(_noHeader),
        Sheet = parsed.GetValue(_sheet),
        Map = parsed.GetValue(_map) is { } map ? ColumnMap.Parse(map) : ColumnMap.Empty,
        Where = Array.ConvertAll(parsed.GetRequiredValue(_where), CellFilter.Parse),
        Ignore = [.. parsed.GetRequiredValue(_ignore).SelectMany(columns =>
            columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
        MaxBadRows = parsed.GetValue(_maxBadRows),
    };
}
