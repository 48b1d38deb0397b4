namespace InfluencerMap.Collectors;

/// <summary>How a file of separated values is laid out, and which of its rows and columns are wanted.</summary>
/// <remarks>
/// Line ends CR LF, LF or CR; quotes as in RFC 4180; unpacked where the name ends in <c>.gz</c>. A column is named by
/// its header (case ignored) or by its 1-based number.
/// </remarks>
public sealed record CsvFormat
{
    /// <summary>Comma, semicolon, tab or bar, whichever the first lines show.</summary>
    public const string Auto = "auto";

    /// <summary>
    /// Runs of blanks and tabs; those at the ends of a line mean nothing, quotes neither; # begins a comment.
    /// </summary>
    public const string Whitespace = "whitespace";

    public static CsvFormat Default { get; } = new();

    /// <summary>What separates cells.</summary>
    /// <value>
    /// Default <see cref="Auto"/>; else <see cref="Whitespace"/>, <c>tab</c>, or one ASCII punctuation mark.
    /// </value>
    /// <exception cref="InputException">Anything else.</exception>
    public string Delimiter
    {
        get;
        init => field = value switch
        {
            Auto or Whitespace => value,
            "tab" or "\\t" => "\t",
            [var mark] when IsMark(mark) => value,
            _ => throw new InputException(
                $"'{value}' is not a delimiter; expected {Auto}, {Whitespace}, tab, or one mark such as , ; or |."),
        };
    } = Auto;

    /// <summary>What the text is written in, where no byte order mark says it.</summary>
    /// <value>
    /// An IANA name; default <c>auto</c>: UTF-8, else UTF-16 or UTF-32 by its zero bytes, else Windows-1252, and
    /// reported.
    /// </value>
    /// <exception cref="InputException">There is no such encoding.</exception>
    public string Encoding
    {
        get;
        init
        {
            TextEncodings.Named(value);
            field = value;
        }
    } = TextEncodings.Auto;

    /// <summary>How dates are written.</summary>
    /// <value>Default: found out from all rows of the file.</value>
    public DateFormat Dates { get; init; } = DateFormat.Auto;

    /// <summary>What a line begins with that is a comment.</summary>
    /// <value>Default # where <see cref="Delimiter"/> is <see cref="Whitespace"/>, else nothing.</value>
    internal char? Comment { get; init; }

    /// <summary>Lines before the header that are not rows.</summary>
    internal int PreambleLines { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    /// <value>Default true; without it columns have numbers only.</value>
    public bool HasHeader { get; init; } = true;

    /// <summary>Name or 1-based number of the sheet of a workbook.</summary>
    /// <value>Default null: the first that has a row of headings.</value>
    public string? Sheet { get; init; }

    /// <summary>Columns that are not named like their key.</summary>
    public ColumnMap Map { get; init; } = ColumnMap.Empty;

    /// <summary>Conditions that a row must all meet to be read.</summary>
    public IReadOnlyList<CellFilter> Where { get; init; } = [];

    /// <summary>Columns left unread on purpose.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Bad rows that are reported and skipped before the whole file is refused.</summary>
    /// <value>Default 0.</value>
    public int MaxBadRows
    {
        get;
        init => field = value >= 0
            ? value
            : throw new InputException($"{value} bad rows cannot be allowed; 0 or more can.");
    }

    /// <summary>
    /// Whether a last row with too few columns is not a bad row: of a log that is still being written.
    /// </summary>
    internal bool MayBeCutOff { get; init; }

    /// <summary>A value of an option, between quotes where a shell would take it apart.</summary>
    public static string ForShell(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '.' or ',' or '=' or '_' or '-' or '+' or '/')
            ? text
            : $"\"{text}\"";

    private static bool IsMark(char c) =>
        c is '\t' or ' ' || (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) && c != '"');
}
