using System.Runtime.InteropServices;

namespace InfluencerMap.Collectors;

/// <summary>The wanted fields of one mail's header, where they lie; the bytes stay where they were read.</summary>
internal sealed class MailHeader
{
    private readonly List<(MailField Field, Range Value)> _fields = [];
    private ulong _seen;
    private int _at;
    private int _searched;

    /// <summary>The fields in order, folded as they were; a name may come several times.</summary>
    public ReadOnlySpan<(MailField Field, Range Value)> Fields => CollectionsMarshal.AsSpan(_fields);

    /// <summary>The first field of that name; empty where there is none.</summary>
    public ReadOnlySpan<byte> First(MailField wanted, ReadOnlySpan<byte> header)
    {
        foreach (var (field, value) in _fields)
            if (field == wanted)
                return header[value];
        return [];
    }

    public bool Has(MailField wanted) => (_seen & (1UL << (int)wanted)) != 0;

    /// <summary>Whether there is a field of that one or of those named after it.</summary>
    public bool HasFrom(MailField first) => _seen >> (int)first != 0;

    /// <summary>Forgets the fields; the next header is read from its beginning.</summary>
    public void Clear()
    {
        _fields.Clear();
        (_seen, _at, _searched) = (0, 0, 0);
    }

    /// <summary>
    /// Finds the fields in bytes that begin with a header, up to the empty line that ends it, or up to a line that
    /// begins the next mail. Where more bytes were needed it goes on at the line it came to.
    /// </summary>
    /// <param name="bytes">The header and maybe more; the same ones again and then others.</param>
    /// <param name="isAll">Whether nothing comes after them.</param>
    /// <param name="isMbox">Whether a line may begin the next mail.</param>
    /// <returns>The length of the header with its empty line; −1 where more bytes are needed to decide.</returns>
    public int Read(ReadOnlySpan<byte> bytes, bool isAll, bool isMbox)
    {
        while (_at < bytes.Length)
        {
            var at = _at;
            var rest = bytes[at..];
            var length = rest[_searched..].IndexOf((byte)'\n');
            if (length < 0 && !isAll)
            {
                _searched = rest.Length;
                return -1;
            }
            length += length < 0 ? 0 : _searched;
            _searched = 0;
            var line = length < 0 ? rest : rest[..length];
            var next = length < 0 ? bytes.Length : at + length + 1;
            if (line.IsEmpty || (line[0] == '\r' && line.TrimStart((byte)'\r').IsEmpty))
                return next;
            if (line[0] is (byte)' ' or (byte)'\t')
                Extend(at, next);
            else if (isMbox && _fields.Count > 0 && line.StartsWith("From "u8)
                && MboxLine.Begins(rest, isAll, isFirst: false) is not false and var begins)
                return begins is null ? -1 : at;
            else
                Begin(line, at, next);
            _at = next;
        }
        return isAll ? _at : -1;
    }

    private void Begin(ReadOnlySpan<byte> line, int at, int next)
    {
        var colon = line.IndexOf((byte)':');
        var field = colon < 0 ? MailField.None : MailFieldNames.Of(line[..colon].TrimEnd(" \t"u8));
        _seen |= 1UL << (int)field;
        _fields.Add((field, (at + colon + 1)..next));
        if (_fields.Count > 1 && _fields[^2].Field == MailField.None)
            _fields.RemoveAt(_fields.Count - 2);
    }

    /// <summary>A line that begins with a blank goes on with the field before it.</summary>
    private void Extend(int at, int next)
    {
        if (_fields.Count > 0 && _fields[^1].Value.End.Value == at)
            _fields[^1] = (_fields[^1].Field, _fields[^1].Value.Start..next);
    }
}
