namespace InfluencerMap.Collectors;

/// <summary>A text in lower case, read from left to right.</summary>
internal ref struct WrittenText(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public readonly bool IsEnd => _rest.IsEmpty;

    /// <summary>The next character; a line feed at the end.</summary>
    public readonly char Next => _rest.IsEmpty ? '\n' : _rest[0];

    public readonly bool AtWord => char.IsLetter(Next);

    public readonly bool AtDigit => char.IsAsciiDigit(Next);

    /// <summary>Reads a number of at most four digits.</summary>
    public bool Number(out int value, out int digits)
    {
        (value, digits) = (0, 0);
        while (digits < 5 && AtDigit)
        {
            value = (10 * value) + (_rest[0] - '0');
            digits++;
            _rest = _rest[1..];
        }
        return digits is > 0 and < 5;
    }

    public ReadOnlySpan<char> Word()
    {
        var length = 0;
        while (length < _rest.Length && char.IsLetter(_rest[length]))
            length++;
        var word = _rest[..length];
        _rest = _rest[length..];
        return word;
    }

    public bool Take(char expected)
    {
        if (Next != expected)
            return false;
        _rest = _rest[1..];
        return true;
    }

    public bool Take(ReadOnlySpan<char> expected)
    {
        if (!_rest.StartsWith(expected))
            return false;
        _rest = _rest[expected.Length..];
        return true;
    }

    public void SkipAny(ReadOnlySpan<char> marks) => _rest = _rest.TrimStart(marks);
}
