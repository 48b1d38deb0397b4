using CsvHelper;

namespace InfluencerMap.Collectors;

/// <summary>A file of separated values, read row by row; keeps account of bad rows.</summary>
internal sealed partial class CsvTable<TColumn> : Cells<TColumn> where TColumn : struct, Enum
{
    /// <summary>Longest row: a longer one is a quote left open, or no table at all.</summary>
    private const int RowBytesMax = 1 << 20;

    private readonly SourceFile _opened;
    private readonly string _file;
    private readonly CsvFormat _format;
    private readonly CollectReport _report;
    private readonly Headings _headings;
    private readonly TablePreamble _preamble;
    private readonly CsvReader _reader;
    private (int Column, byte[] Value)[] _filters = [];
    private readonly string[] _keys;
    private int[] _columnByKey = [];
    private JoinedCells?[] _joinedByKey = [];
    private byte[][] _header = [];
    private bool _firstRowPending;
    private readonly int _kind;

    private CsvTable(
        SourceFile file, CsvFormat format, CollectReport report, Headings headings, int kind) : base(file.Name)
    {
        (_headings, _opened, _file, _format, _kind) = (headings, file, file.Name, format, kind);
        _keys = EnumNames<TColumn>.Of(kind);
        _report = report;
        char? delimiter = format.Delimiter switch
        {
            CsvFormat.Auto => null,
            CsvFormat.Whitespace => '\t',
            var given => given[0],
        };
        _preamble = file.Workbook is not null ? new(0, ',', 0)
            : format.PreambleLines > 0 || format.Delimiter == CsvFormat.Whitespace
                ? new(format.PreambleLines, delimiter, 0)
            : TablePreamble.Of(
                file.Head, delimiter, format.HasHeader ? IsHeading : null);
        if (_preamble.TitleLines > 0)
            report.Note($"{_file}: {_preamble.TitleLines} lines before the header were passed over.");
        _reader = CsvReader.Create(OpenStream(), new()
        {
            Separator = _preamble.Delimiter,
            Mode = format.Delimiter == CsvFormat.Whitespace ? CsvMode.NoEscape : CsvMode.Rfc4180,
            CommentPrefix = format.Comment
                ?? (format.Delimiter == CsvFormat.Whitespace || BeginsWithType(file, format) ? '#' : null),
            HasHeader = format.HasHeader,
            TrimWhitespace = true,
            MaxRecordSize = RowBytesMax,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = SkipMalformed,
        });
    }

    public CsvColumns Columns { get; private set; } = new([]);

    /// <summary>0-based numbers of the columns that are read.</summary>
    public IReadOnlySet<int> ReadColumns { get; private set; } = new HashSet<int>();

    /// <summary>Columns left unread that are known.</summary>
    public IReadOnlySet<int> PassedOver { get; private set; } = new HashSet<int>();

    /// <summary>
    /// Opens the file and finds its columns; missing files, empty files and unknown columns are reported at once.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="report">Keeps account of its rows.</param>
    /// <param name="headings">What the columns of the keys may be called as well.</param>
    /// <param name="problems">Takes what is wrong with the columns; without it, that refuses the file.</param>
    /// <param name="kind">Which names the columns have, where files of several kinds are read.</param>
    public static CsvTable<TColumn> Open(
        SourceFile file, CsvFormat format, CollectReport report, Headings? headings = null,
        ColumnProblems? problems = null, int kind = 0)
    {
        var table = new CsvTable<TColumn>(file, format, report, headings ?? Headings.None, kind);
        try
        {
            table.ReadHeader();
            table.Bind(problems);
            return table;
        }
        catch (Exception e)
        {
            table.Dispose();
            if (table.Explain(e) is { } clear)
                throw clear;
            throw;
        }
    }

    /// <summary>Where the current row begins or ends, 1-based.</summary>
    public long LineNumber => _reader.LineNumber;

    /// <summary>The same in the file, with the lines before the header, as messages name it.</summary>
    public long PlaceInFile => Line(_reader.LineNumber);

    public override bool Has(int key) => _columnByKey[key] >= 0;

    public override ReadOnlySpan<byte> this[int key] =>
        _columnByKey[key] < 0 ? []
        : _joinedByKey[key] is { } joined ? joined.Of(_reader)
        : Cell(_columnByKey[key]);

    /// <summary>A cell by the 0-based number of its column, whether it is read for a key or not.</summary>
    public ReadOnlySpan<byte> Cell(int column) =>
        (uint)column < (uint)_reader.FieldCount ? _reader.GetSpan(column) : [];

    public override DateFormat Dates => _format.Dates;

    public override Cells Again() => Open(
        _opened, _format with { MaxBadRows = int.MaxValue, Where = [] }, new(), _headings, kind: _kind);

    public override bool Next()
    {
        while (_firstRowPending || Read())
        {
            _firstRowPending = false;
            _report.Found();
            if (IsHeaderAgain())
            {
                _report.Drop(Outcome.HeaderAgain);
                continue;
            }
            if (IsWanted())
                return true;
            _report.FilterOut();
        }
        return false;
    }

    public override string Choices => Columns.ShowAll();

    /// <summary>What the rows give, each of them counted.</summary>
    public List<T> ReadAll<T>(Func<T?> readRow, CancellationToken cancellation) where T : class
    {
        var given = new List<T>();
        while (Next())
        {
            cancellation.ThrowIfCancellationRequested();
            if (readRow() is not { } row)
                continue;
            given.Add(row);
            _report.Give(interactions: 0);
        }
        _report.EndRow();
        return given;
    }

    public override void Dispose() => _reader.Dispose();

    /// <summary>Windows PowerShell writes the type of the rows before the header of a CSV.</summary>
    private static bool BeginsWithType(SourceFile file, CsvFormat format) =>
        format.HasHeader && file.HeadText.StartsWith(TablePreamble.TypeMark, StringComparison.Ordinal);

    /// <summary>Of several exports in one file each has its header.</summary>
    private bool IsHeaderAgain()
    {
        // Beyond the columns neither has anything: a long row of delimiters is not scanned again for each short row.
        for (var i = 0; i < Math.Min(_header.Length, Columns.Count); i++)
            if (!Cell(i).SequenceEqual(_header[i]))
                return false;
        return _header.Length > 0;
    }

    private Stream OpenStream()
    {
        if (_opened.Workbook is { } workbook)
            return workbook.Open(_format, _report);
        var stream = Utf8Text.Of(_opened.Open(), _file, _format.Encoding, _report);
        for (var line = 0; line < _preamble.Lines;)
            line += stream.ReadByte() switch { '\n' => 1, < 0 => throw Refuse("it ends before its header."), _ => 0 };
        return _format.Delimiter == CsvFormat.Whitespace ? new BlankRuns(stream) : stream;
    }

    private bool IsWanted()
    {
        foreach (var (column, value) in _filters)
            if (!Cell(column).SequenceEqual(value))
                return false;
        return true;
    }

    private bool Read()
    {
        try
        {
            while (_reader.Read())
            {
                if (!IsAsWideAsTheFirst())
                    continue;
                TellBad();
                return true;
            }
            if (_lastBad is not null)
                _report.Drop(Outcome.CutOff);
            _lastBad = null;
            return false;
        }
        catch (Exception e) when (Explain(e) is { } clear)
        {
            throw clear;
        }
    }
}
