namespace InfluencerMap.Collectors.Files.Mail;

/// <summary>
/// The headers of the mails in a stream: of the one mail in it, or of all in an mbox file. Of bodies only the beginning
/// of the next mail is searched for.
/// </summary>
internal sealed class MailStream(Stream source, string name, bool isMbox)
{
    private const int HeaderBytesMax = 1 << 20;
    private const int BlockBytes = 1 << 18;

    /// <summary>Holds most headers: a folder may hold a million mails, each in a file of its own.</summary>
    private const int OneMailBytes = 1 << 13;

    private byte[] _bytes = new byte[isMbox ? BlockBytes : OneMailBytes];
    private int _at;
    private int _end;
    private bool _hasEnded;
    private int _headerLength;

    /// <summary>1-based number of the current mail.</summary>
    public long Number { get; private set; }

    /// <summary>The fields of the current mail.</summary>
    public MailHeader Header { get; } = new();

    /// <summary>The bytes of the current header; valid until the next mail.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(_at, _headerLength);

    /// <summary>Goes to the next mail.</summary>
    /// <exception cref="InputException">A header is longer than 1 MiB, or the file is no mbox.</exception>
    public bool Next()
    {
        if (Number == 0 ? !FindFirst() : !isMbox || !FindNext())
            return false;
        Number++;
        if (isMbox)
            _at += _bytes.AsSpan(_at, _end - _at).IndexOf((byte)'\n') + 1;
        while ((_headerLength = Header.Read(_bytes.AsSpan(_at, _end - _at), _hasEnded, isMbox)) < 0
            && _end - _at <= HeaderBytesMax)
            Fill();
        return _headerLength is >= 0 and <= HeaderBytesMax ? true
            : throw new InputException($"{name}, mail {Number}: its header is longer than {HeaderBytesMax >> 20} MiB.");
    }

    private bool FindFirst()
    {
        Fill();
        if (_bytes.AsSpan(0, _end).StartsWith("\uFEFF"u8))
            _at = "\uFEFF"u8.Length;
        while (_at < _end && _bytes[_at] is (byte)'\r' or (byte)'\n')
            _at++;
        if (!isMbox || _at == _end)
            return _at < _end;
        return BeginsMail() ? true : throw new InputException(
            $"{name}: no mbox; one begins with a line such as 'From … Mon Nov 2 10:00:00 2026'.");
    }

    private bool BeginsMail()
    {
        bool? begins;
        while ((begins = _bytes.AsSpan(_at, _end - _at).StartsWith("From "u8)
            ? MboxLine.Begins(_bytes.AsSpan(_at, _end - _at), _hasEnded) : false) is null)
            Fill();
        return begins.Value;
    }

    /// <summary>Searches from the line feed that ends the header.</summary>
    private bool FindNext()
    {
        _at = Math.Max(0, _at + _headerLength - 1);
        while (true)
        {
            var found = _bytes.AsSpan(_at, _end - _at).IndexOf("\nFrom "u8);
            if (found >= 0)
            {
                _at += found + 1;
                if (BeginsMail())
                    return true;
                continue;
            }
            if (_hasEnded)
                return false;
            _at = Math.Max(_at, _end - ("\nFrom "u8.Length - 1));
            Fill();
        }
    }

    /// <summary>Reads once more behind the bytes not done with.</summary>
    private void Fill()
    {
        if (_at > 0)
        {
            _bytes.AsSpan(_at, _end - _at).CopyTo(_bytes);
            (_at, _end) = (0, _end - _at);
        }
        if (_end == _bytes.Length)
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        var read = source.Read(_bytes.AsSpan(_end));
        _end += read;
        _hasEnded = read == 0;
    }
}
