using System.CommandLine;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary>How a file of separated values is laid out: the options that both imports share.</summary>
internal sealed class CsvOptions
{
    private readonly Option<string?> _map = new("--map")
    {
        Description = "Which column stands for which key, where it is not named like the key.",
        HelpName = "key=column,...",
    };

    private readonly Option<string> _delimiter = new("--delimiter")
    {
        Description = "What separates cells: auto, whitespace, tab, or one mark such as ';'.",
        HelpName = "mark",
        DefaultValueFactory = _ => CsvFormat.Auto,
    };

    private readonly Option<string> _encoding = new("--encoding")
    {
        Description = "What a text is written in, where no byte order mark says it: auto (UTF-8, else Windows-1252, "
            + "which is told), or an IANA name such as ibm850.",
        HelpName = "name",
        DefaultValueFactory = _ => CsvFormat.Default.Encoding,
    };

    private readonly Option<string?> _dateFormat = new("--date-format")
    {
        Description = "How dates are written: dmy, mdy, ymd, iso, or a pattern such as 'dd/MM/yyyy HH:mm'; found out "
            + "from all rows when left out.",
        HelpName = "form",
    };

    private readonly Option<bool> _noHeader = new("--no-header")
    {
        Description = "The first line is data; columns go by their number, from 1.",
    };

    private readonly Option<string?> _sheet = new("--sheet")
    {
        Description = "Name or number of the sheet of an .xlsx workbook; the first with headings when left out.",
        HelpName = "name",
    };

    private readonly Option<string[]> _where = new("--where")
    {
        Description = "Reads only rows whose cell in a column equals a value; may be repeated.",
        HelpName = "column=value",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _ignore = new("--ignore")
    {
        Description = "Columns to leave unread.",
        HelpName = "column,...",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<int> _maxBadRows = new("--max-bad-rows")
    {
        Description = "Rows that may be unreadable: reported and skipped. Beyond it nothing of the file is stored.",
        HelpName = "n",
    };

    /// <summary>What is the same for every file of a kind, and can be saved under a name.</summary>
    private IEnumerable<Option> Layout => [_map, _delimiter, _encoding, _dateFormat, _noHeader, _sheet, _ignore];

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
        var command = new Command("layout");
        options.AddTo(command);
        var parsed = command.Parse(layout);
        return parsed.Errors.Count == 0
            ? options.Read(parsed)
            : throw new FailedException($"The saved layout cannot be read: {parsed.Errors[0].Message} Save it anew.");
    }

    public void AddTo(Command command)
    {
        foreach (var option in Layout.Append(_where).Append(_maxBadRows))
            command.Add(option);
    }

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
