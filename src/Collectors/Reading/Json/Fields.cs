using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>
/// Walks JSON objects by the names of properties. Each reading method stands on a property's name before and on the end
/// of its value afterwards; a value of another type than expected counts as absent.
/// </summary>
internal static class Fields
{
    /// <summary>Moves to the next property of the object that the reader is in; false on its end.</summary>
    /// <remarks>Between two calls the last property's value must have been read or skipped.</remarks>
    public static bool Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Steps over a value, whatever it holds.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>The same; gives the place before the value.</summary>
    public static Utf8JsonReader PassOver(scoped ref Utf8JsonReader reader)
    {
        var place = reader;
        Skip(ref reader);
        return place;
    }

    /// <summary>Enters an object value; false where the value is none (it is then behind the reader).</summary>
    public static bool Enter(ref Utf8JsonReader reader) => Enter(ref reader, JsonTokenType.StartObject);

    /// <summary>Enters an array value; false where the value is none (it is then behind the reader).</summary>
    public static bool EnterArray(ref Utf8JsonReader reader) => Enter(ref reader, JsonTokenType.StartArray);

    /// <summary>
    /// Moves to the StartObject of an array's next object, from the name of the property to its first; false on the
    /// array's end, and where the value is none.
    /// </summary>
    public static bool NextElement(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.None && !EnterArray(ref reader))
            return false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                return true;
            reader.Skip();
        }
        return false;
    }

    /// <summary>
    /// From the beginning of an object to its end: a reader on the name of that property, the last where several are
    /// called so; one that is read as absent where there is none.
    /// </summary>
    public static Utf8JsonReader Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        Find(ref reader, name, out var found, name, out _);
        return found;
    }

    /// <summary>The same from the name of a property whose value is the object.</summary>
    public static Utf8JsonReader FindInside(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        Enter(ref reader) ? Find(ref reader, name) : default;

    /// <summary>The same for two properties.</summary>
    public static void Find(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> name, out Utf8JsonReader found,
        ReadOnlySpan<byte> otherName, out Utf8JsonReader other)
    {
        found = default;
        other = default;
        while (Next(ref reader))
        {
            if (reader.ValueTextEquals(name))
                found = reader;
            else if (reader.ValueTextEquals(otherName))
                other = reader;
            Skip(ref reader);
        }
    }

    /// <summary>A number for a text that is only compared, such as a message id; 0 where there is none.</summary>
    public static long Hash(ref Utf8JsonReader reader) =>
        String(ref reader) ? WithBytes(ref reader, static text => new EventId().Add(text).Value) : 0;

    /// <summary>The number of a mail's Message-ID; 0 where there is none.</summary>
    public static long MessageId(ref Utf8JsonReader reader) =>
        String(ref reader) ? WithBytes(ref reader, EventId.OfMessageId) : 0;

    /// <summary>UTC; a time without an offset is read as UTC.</summary>
    public static DateTime? Instant(ref Utf8JsonReader reader)
    {
        // No time needs escapes but that of Windows PowerShell, and half a surrogate pair among them would throw.
        if (!String(ref reader))
            return null;
        if (reader.ValueSpan.StartsWith("\\/Date("u8) || reader.ValueSpan.StartsWith("/Date("u8))
            return OfPowerShell(reader.ValueSpan);
        if (reader.ValueIsEscaped || !reader.TryGetDateTime(out var at))
            return null;
        return at.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : at.ToUniversalTime();
    }

    /// <summary><c>\/Date(1793613600000)\/</c>: milliseconds since 1970.</summary>
    private static DateTime? OfPowerShell(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text[(text.IndexOf((byte)'(') + 1)..], out long milliseconds, out var read) && read > 0
            && Math.Abs(milliseconds) < 4_102_444_800_000
            ? DateTime.UnixEpoch.AddMilliseconds(milliseconds)
            : null;

    public static bool? Flag(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
            return reader.TokenType == JsonTokenType.True;
        Leave(ref reader);
        return null;
    }

    /// <summary>Copies the bytes of a text; their number, 0 where there is none, or it is too long or broken.</summary>
    public static int Copy(ref Utf8JsonReader reader, scoped Span<byte> text)
    {
        if (!String(ref reader) || reader.ValueSpan.Length > text.Length)
            return 0;
        try
        {
            return reader.CopyString(text);
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>Whether there is a value: anything but null.</summary>
    public static bool IsPresent(ref Utf8JsonReader reader)
    {
        reader.Read();
        var isPresent = reader.TokenType is not (JsonTokenType.Null or JsonTokenType.None);
        Leave(ref reader);
        return isPresent;
    }

    /// <summary>Whether the value is this text, in any letter case, which the caller states in lower case.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> lowerCase) =>
        String(ref reader) && !reader.ValueIsEscaped
        && Ascii.EqualsIgnoreCase(reader.ValueSpan, lowerCase);

    /// <summary>
    /// The value as a string: only for ids, links and what the directory says of people. Nothing that people wrote to
    /// each other may pass here.
    /// </summary>
    public static string? Text(ref Utf8JsonReader reader) => String(ref reader) ? Current(ref reader) : null;

    /// <summary>The string on which the reader stands, under the same rule as <see cref="Text"/>.</summary>
    public static string? Current(ref Utf8JsonReader reader) =>
        WithBytes(ref reader, Encoding.UTF8.GetString) is { Length: > 0 } text ? text : null;

    private static bool Enter(ref Utf8JsonReader reader, JsonTokenType start)
    {
        reader.Read();
        if (reader.TokenType == start)
            return true;
        Leave(ref reader);
        return false;
    }

    private static bool String(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return true;
        Leave(ref reader);
        return false;
    }

    /// <summary>Steps over the value on which the reader stands; an absent property has none.</summary>
    public static void Leave(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.None)
            reader.Skip();
    }

    private static T WithBytes<T>(ref Utf8JsonReader reader, Utf8Use<T> use)
    {
        if (!reader.ValueIsEscaped)
            return use(reader.ValueSpan);
        var rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            return use(rented.AsSpan(0, reader.CopyString(rented)));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped: valid JSON, but no text.
            return use([]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private delegate T Utf8Use<T>(ReadOnlySpan<byte> text);
}
