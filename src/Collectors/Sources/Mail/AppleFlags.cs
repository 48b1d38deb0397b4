using System.Buffers.Text;

namespace InfluencerMap.Collectors;

/// <summary>What Apple Mail writes behind a mail in its .emlx file: a property list, with flags of the mail.</summary>
internal static class AppleFlags
{
    private const long Deleted = 1 << 1;
    private const long Draft = 1 << 6;

    /// <summary>The list is shorter.</summary>
    private const int ListBytesMax = 8 << 10;

    /// <summary>Whether the file is of Apple Mail, and the mail in it deleted or a draft.</summary>
    public static bool IsSetAside(SourceFile file)
    {
        if (!file.PlainName.EndsWith(".emlx", StringComparison.OrdinalIgnoreCase))
            return false;
        var end = End(file);
        if (end.LastIndexOf("<key>flags</key>"u8) is not (>= 0 and var at))
            return false;
        end = end[at..];
        if (end.IndexOf("<integer>"u8) is not (>= 0 and var number))
            return false;
        return Utf8Parser.TryParse(end[(number + "<integer>".Length)..], out long flags, out _)
            && (flags & (Deleted | Draft)) != 0;
    }

    /// <summary>The last bytes of the file. All that is before them is read over.</summary>
    private static ReadOnlySpan<byte> End(SourceFile file)
    {
        if (file.Head.Length < SourceFile.HeadBytes)
            return file.Head;
        using var bytes = file.Open();
        var (last, length) = (new byte[2 * ListBytesMax], 0);
        while (bytes.Read(last.AsSpan(length)) is > 0 and var read)
        {
            length += read;
            if (length < last.Length)
                continue;
            last.AsSpan(ListBytesMax).CopyTo(last);
            length = ListBytesMax;
        }
        return last.AsSpan(0, length);
    }
}
