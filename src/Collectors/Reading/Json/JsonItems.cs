using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace InfluencerMap.Collectors;

/// <summary>
/// The items of one array of a JSON document, one after the other. Memory holds one item, whatever the document's size;
/// bytes that no reader names are wiped, and never become strings.
/// </summary>
/// <param name="stream">UTF-8, or UTF-16 or UTF-32, a byte order mark or not.</param>
/// <param name="file">What messages call it.</param>
/// <param name="arrays">
/// Properties of the outermost object that hold the array, where it is not outermost. Each array of such a name is
/// read: genuine archives hold an empty one before the one that counts.
/// </param>
internal sealed class JsonItems(Stream stream, string file, params string[] arrays) : IDisposable
{
    /// <summary>Largest item: a thread with everything in it. Beyond it this is no such file.</summary>
    public const int ItemBytesMax = 16 << 20;

    private readonly Stream _text = Utf8Text.Of(stream, file);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
    private int _start, _end;
    private bool _isEnd, _isInside, _wasInside, _isOutermost;
    private JsonReaderState _state;

    /// <summary>Whether the document ended before the array did; known when there is no next item.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Whether the document is the one item itself, as Windows PowerShell writes a list of one.</summary>
    public bool IsOneItem { get; init; }

    /// <summary>Whether names begin with capitals, as PowerShell writes what the modules of Graph return.</summary>
    public bool HasCapitals { get; init; }

    /// <summary>Passes over what stands before the document, up to and with the first such byte.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public JsonItems After(byte mark)
    {
        int at;
        while ((at = _buffer.AsSpan(_start.._end).IndexOf(mark)) < 0)
            if (!Fill())
                throw new InputException($"{file}: expected '{(char)mark}' before the data; this is no such file.");
        _start += at + 1;
        return this;
    }

    /// <summary>Moves to the next item. The reader stands on its first token, and holds nothing else.</summary>
    /// <exception cref="InputException">No JSON, nested too deep, an item too large, or no such array.</exception>
    public bool Next(out Utf8JsonReader item)
    {
        item = default;
        try
        {
            if (IsOneItem)
                return !_isInside && (_isInside = true) && NextInside(out item);
            while (_isInside || Enter())
            {
                if (NextInside(out item))
                    return true;
                if (_isOutermost)
                    return false;
                (_isInside, _wasInside) = (false, true);
            }
            return false;
        }
        catch (JsonException e)
        {
            if (!_isEnd)
                throw new InputException(
                    $"{file}, line {e.LineNumber + 1}: expected JSON, nested at most 64 deep.", e);
            IsCutOff = true;
            return false;
        }
    }

    /// <summary>An item of which strings are made anyway; null where it is of another shape.</summary>
    public static T? Whole<T>(ref Utf8JsonReader item, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(ref item, type);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _text.Dispose();
    }

    /// <summary>Goes token by token, so that what stands before the array may be of any size.</summary>
    private bool Enter()
    {
        for (var isNamed = false; ;)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start.._end), _isEnd, _state);
            while (!_isInside && reader.Read())
            {
                _isInside = reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == (isNamed ? 1 : 0);
                _isOutermost = _isInside && !isNamed;
                isNamed = reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && IsName(ref reader);
                if (reader is { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 })
                    return _wasInside ? false : throw NoArray();
            }
            _start += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            if (_isInside)
                return true;
            if (_isEnd)
                throw NoArray();
            Fill();
        }
    }

    private bool IsName(ref Utf8JsonReader reader)
    {
        foreach (var name in arrays)
            if (!reader.ValueIsEscaped && reader.ValueTextEquals(name))
                return true;
        return false;
    }

    /// <summary>Half a surrogate pair in the name of a property: comparing it would throw.</summary>
    private void RefuseBrokenNames(ReadOnlySpan<byte> item)
    {
        if (item.IndexOf("\\u"u8) < 0)
            return;
        var json = new Utf8JsonReader(item);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || !json.ValueIsEscaped)
                continue;
            try
            {
                json.CopyString(new byte[json.ValueSpan.Length]);
            }
            catch (InvalidOperationException e)
            {
                throw new InputException($"{file}: the name of a property is not text in Unicode.", e);
            }
        }
    }

    /// <summary>Writes every name of a property with a small first letter, where it stands.</summary>
    private static void LowerNames(Span<byte> item)
    {
        var json = new Utf8JsonReader(item);
        while (json.Read())
            if (json.TokenType == JsonTokenType.PropertyName
                && item[(int)json.TokenStartIndex + 1] is >= (byte)'A' and <= (byte)'Z')
                item[(int)json.TokenStartIndex + 1] |= 0x20;
    }

    private bool NextInside(out Utf8JsonReader item)
    {
        item = default;
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start.._end), _isEnd, _state);
            if (reader.Read())
            {
                var isEnd = reader.TokenType == JsonTokenType.EndArray;
                if (isEnd && _isOutermost)
                    return false;
                var begin = _start + (int)reader.TokenStartIndex;
                if (reader.TrySkip())
                {
                    _start += (int)reader.BytesConsumed;
                    _state = reader.CurrentState;
                    if (isEnd)
                        return false;
                    RefuseBrokenNames(_buffer.AsSpan(begin.._start));
                    if (HasCapitals)
                        LowerNames(_buffer.AsSpan(begin.._start));
                    item = new(_buffer.AsSpan(begin.._start));
                    return item.Read();
                }
            }
            Fill();
        }
    }

    /// <summary>Makes room and reads on; false at the end of the stream.</summary>
    private bool Fill()
    {
        if (_isEnd)
            return false;
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            Grow();
        // All the room at once: after each reading the item is looked through from its beginning.
        var read = _text.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        _end += read;
        _isEnd = read == 0;
        return !_isEnd;
    }

    private void Grow()
    {
        if (_end >= ItemBytesMax)
            throw new InputException($"{file}: an item of more than {ItemBytesMax >> 20} MiB; this is no such file.");
        var larger = ArrayPool<byte>.Shared.Rent(_end * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }

    private InputException NoArray() =>
        new($"{file}: expected a JSON array {string.Join(" or ", arrays)}; this is no such file.");
}
