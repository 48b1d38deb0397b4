using System.Text;
using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>
/// Wanted values of one JSON object a line. A key stands for the value at its path, such as <c>author.mail</c>; of an
/// array the texts are taken with ; between. Other values are skipped as bytes.
/// </summary>
internal sealed class JsonCells : Cells<InteractionColumn>
{
    private const int DepthMax = 32;
    private static readonly string[] Keys = EnumNames<InteractionColumn>.All;

    private readonly SourceFile _opened;
    private readonly Utf8Text _bytes;
    private readonly LineReader _lines;
    private readonly string _file;
    private readonly FormatRead _read;
    private readonly byte[][][] _paths;
    private byte[] _text = new byte[1 << 12];
    private readonly Range[] _cells = new Range[Keys.Length];
    private readonly bool[] _has;
    private int _length;
    private bool _isFirst = true;

    public JsonCells(SourceFile file, FormatRead read) : base(file.Name)
    {
        (_opened, _file, _read) = (file, file.Name, read);
        _bytes = Utf8Text.Of(file.Open(), file.Name, read.Csv.Encoding, read.Report);
        _lines = new(_bytes, file.Name);
        foreach (var key in read.Csv.Map.ColumnByKey.Keys)
            if (!Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new InputException(
                    $"The map holds '{key}', which is not a key; the keys are {string.Join(", ", Keys)}.");
        _paths = [.. Keys.Select(key => read.Csv.Map.ColumnByKey.GetValueOrDefault(key, key)
            .Split('.').Select(Encoding.UTF8.GetBytes).ToArray())];
        _has = [.. Keys.Select(key => read.Csv.Map.ColumnByKey.ContainsKey(key))];
    }

    public override string Choices => "its keys";

    public override ReadOnlySpan<byte> this[int key] => _has[key] ? _text.AsSpan(_cells[key]) : [];

    /// <summary>What is mapped, or stands in the first object.</summary>
    public override bool Has(int key) => _has[key];

    public override DateFormat Dates => _read.Csv.Dates;

    public override void Bad(int key, string expected) => _read.Bad($"{_file}, {PlaceOf(key)}", expected);

    public override string PlaceOf(int key) => $"line {_lines.Number}, {Path(key)}";

    public override Cells Again() => new JsonCells(
        _opened, new() { Accounts = _read.Accounts, Csv = _read.Csv with { MaxBadRows = int.MaxValue } });

    public override void Dispose() => _bytes.Dispose();

    private string Path(int key) => string.Join('.', _paths[key].Select(Encoding.UTF8.GetString));

    /// <summary>Goes to the next line that holds an object.</summary>
    public override bool Next()
    {
        while (_lines.Next())
        {
            if (_lines.Line.ContainsAnyExcept(" \t"u8) && TryReadLine())
                return true;
        }
        return false;
    }

    private bool TryReadLine()
    {
        _read.Report.Found();
        try
        {
            ReadLine();
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            if (_lines.IsWhole)
                _read.Bad($"{_file}, line {_lines.Number}", $"one JSON object, at most {DepthMax} deep");
            else
                _read.Report.Drop(Outcome.CutOff);
            return false;
        }
    }

    private void ReadLine()
    {
        // Texts are never longer than they are written.
        if (_text.Length < _lines.Line.Length)
            _text = new byte[2 * _lines.Line.Length];
        _length = 0;
        Array.Clear(_cells);
        var json = new Utf8JsonReader(_lines.Line, new JsonReaderOptions { MaxDepth = DepthMax });
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        ReadObject(ref json, depth: 0, candidates: (1u << Keys.Length) - 1);
        while (json.Read())
        {
        }
        _isFirst = false;
    }

    /// <param name="json">At the object's start; afterwards at its end.</param>
    /// <param name="depth">Parts of the paths that led here.</param>
    /// <param name="candidates">Keys whose paths lead here, one bit each.</param>
    private void ReadObject(ref Utf8JsonReader json, int depth, uint candidates)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (inside, here) = (0u, -1);
            for (var key = 0; key < _paths.Length; key++)
            {
                if ((candidates & (1u << key)) == 0 || !json.ValueTextEquals(_paths[key][depth]))
                    continue;
                if (_paths[key].Length == depth + 1)
                    here = key;
                else
                    inside |= 1u << key;
            }
            json.Read();
            if (here >= 0)
                ReadCell(ref json, here);
            else if (inside != 0 && json.TokenType == JsonTokenType.StartObject)
                ReadObject(ref json, depth + 1, inside);
            else
                json.Skip();
        }
    }

    private void ReadCell(ref Utf8JsonReader json, int key)
    {
        _has[key] |= _isFirst;
        var start = _length;
        if (json.TokenType == JsonTokenType.StartArray)
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (_length > start)
                    _text[_length++] = (byte)';';
                Append(ref json);
            }
        else
            Append(ref json);
        _cells[key] = start.._length;
    }

    private void Append(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String)
            _length += json.CopyString(_text.AsSpan(_length));
        else if (json.TokenType == JsonTokenType.Number)
        {
            json.ValueSpan.CopyTo(_text.AsSpan(_length));
            _length += json.ValueSpan.Length;
        }
        else
            json.Skip();
    }
}
