using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace InfluencerMap.Collectors;

/// <summary>
/// An address, user name or source id in the one spelling that is compared and stored: no white space around it, lower
/// case, an address alone without what programs put around it (<see cref="HandleAddress"/>). Anything longer than
/// <see cref="LengthMax"/>, empty, with control characters or not in UTF-8 is not a handle.
/// </summary>
public static class Handle
{
    /// <summary>Longest mail address: 64 + @ + 255 (RFC 5321, 4.5.3.1).</summary>
    public const int LengthMax = 320;

    /// <summary>What a cell that names somebody must hold, for the message about one that does not.</summary>
    internal static readonly string Expected =
        $"an address or id of 1 … {LengthMax} characters in UTF-8, no control characters";

    private static readonly char[] Controls =
        [.. Enumerable.Range(0, 0x20).Select(i => (char)i), '\x7f', '\ufffd'];

    private static readonly SearchValues<char> ControlValues = SearchValues.Create(Controls);

    /// <summary>What no address has that stands alone, apart from letters that are not ASCII.</summary>
    private static readonly SearchValues<char> Unusual =
        SearchValues.Create([.. Controls, .. " \"'()<>[]{},;:\\|?"]);

    /// <summary>The normal spelling, or null where the text is not a handle.</summary>
    public static string? Normalise(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        Span<char> normal = stackalloc char[LengthMax];
        if (text.Length is 0 or > LengthMax || text.ContainsAny(ControlValues))
            return null;
        normal = normal[..text.ToLowerInvariant(normal)];
        return IsUsual(normal) ? normal.ToString() : AddressIn(normal.ToString());
    }

    /// <summary>Writes the normal spelling into a buffer of at least <see cref="LengthMax"/> characters.</summary>
    internal static bool TryNormalise(ReadOnlySpan<byte> utf8, Span<char> buffer, out int length)
    {
        length = 0;
        utf8 = utf8[Ascii.Trim(utf8)];
        if (utf8.Length is 0 || Decode(utf8, buffer[..LengthMax]) is not { } decoded)
            return false;
        length = decoded;
        var normal = buffer[..length];
        // As many characters as bytes are ASCII.
        if (length > 0 && (length == utf8.Length ? IsUsualAscii(normal) : IsUsual(normal)))
            return true;
        if (length == 0 || normal.ContainsAny(ControlValues) || AddressIn(normal.ToString()) is not { } address)
            return false;
        address.CopyTo(buffer);
        length = address.Length;
        return true;
    }

    /// <summary>What is left of an address must be its own normal spelling: else two readings would differ.</summary>
    private static string? AddressIn(string text) =>
        HandleAddress.Of(text) is { } address && (IsUsual(address) || HandleAddress.Of(address) == address)
            ? address : null;

    /// <summary>Whether it is in its normal spelling as it stands; so are nearly all.</summary>
    private static bool IsUsual(ReadOnlySpan<char> lower) => Ascii.IsValid(lower) && IsUsualAscii(lower);

    private static bool IsUsualAscii(ReadOnlySpan<char> lower)
    {
        if (lower.ContainsAny(Unusual))
            return false;
        var at = lower.IndexOf('@');
        return at < 0
            || (at > 0 && at < lower.Length - 1 && lower[^1] != '.' && !lower[(at + 1)..].ContainsAny('@', '/'));
    }

    private static int? Decode(ReadOnlySpan<byte> utf8, Span<char> buffer)
    {
        if (Ascii.ToLower(utf8, buffer, out var length) is OperationStatus.Done)
            return length;
        Span<char> decoded = stackalloc char[LengthMax];
        if (Utf8.ToUtf16(utf8, decoded, out _, out length, replaceInvalidSequences: false) is not OperationStatus.Done)
            return null;
        return ((ReadOnlySpan<char>)decoded[..length]).Trim().ToLowerInvariant(buffer);
    }
}
