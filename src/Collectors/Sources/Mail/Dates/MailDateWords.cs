namespace InfluencerMap.Collectors;

/// <summary>The words of a mail's date, in any order: each is recognised by what it can be.</summary>
internal ref struct MailDateWords(ReadOnlySpan<byte> value)
{
    private const int Unknown = -1;
    private const int SecondsOfDay = 24 * 60 * 60;

    /// <summary>Longer than any word of a date; a longer one is none.</summary>
    private const int WordLengthMax = 64;

    private readonly ReadOnlySpan<byte> _value = value;
    private bool _isNoon;
    private bool _isMidnight;
    private int _minutes;
    private bool _isZoneByName;
    private ReadOnlySpan<byte> _zoneId;

    public int Year { get; private set; } = Unknown;

    public int Month { get; private set; }

    public int Day { get; private set; } = Unknown;

    /// <summary>Of the day.</summary>
    public int Seconds { get; private set; } = Unknown;

    /// <summary>Whether it states an offset, or a zone with a known one.</summary>
    public bool HasZone { get; private set; }

    /// <summary>A clock or an offset that cannot be.</summary>
    public bool IsImpossible { get; private set; }

    /// <summary>What to take from that local time.</summary>
    public readonly int OffsetMinutes(DateTime local) =>
        _zoneId.IsEmpty ? _minutes : MailZones.MinutesOf(_zoneId, local) ?? _minutes;

    public void Read()
    {
        var (start, depth) = (-1, 0);
        for (var i = 0; i <= _value.Length; i++)
        {
            var symbol = i < _value.Length ? _value[i] : (byte)' ';
            var isBetween = symbol is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)'('
                or (byte)'"' or (byte)';';
            if (depth == 0 && !isBetween)
            {
                start = start < 0 ? i : start;
                continue;
            }
            if (start >= 0 && i - start <= WordLengthMax)
                ReadWord(_value[start..i]);
            start = -1;
            depth = Math.Max(0, depth + (symbol == '(' ? 1 : symbol == ')' ? -1 : 0));
        }
        if (_isNoon || _isMidnight)
            ReadHalfOfDay();
    }

    private void ReadWord(ReadOnlySpan<byte> word)
    {
        if (char.IsAsciiDigit((char)word[0]))
            ReadFigures(word);
        else if (word[0] is (byte)'+' or (byte)'-')
            ReadOffset(word);
        else if (Seconds >= 0 && (word[0] | 0x20) is 'a' or 'p' && IsHalfOfDay(word))
            (_isNoon, _isMidnight) = ((word[0] | 0x20) == 'p', (word[0] | 0x20) == 'a');
        else if (Seconds >= 0 && (Month > 0 || MailMonths.Of(word) == 0))
            ReadZone(word);
        // A day of the week may be spelled like a month, such as the Italian mar: the later word is the month.
        else if (MailMonths.Of(word) is > 0 and var month)
            Month = month;
    }

    private void ReadFigures(ReadOnlySpan<byte> word)
    {
        if (MailFigures.Begin(word) is var figures && figures.Length == word.Length)
        {
            if (MailFigures.TryRead(word, 5, out var number))
                ReadNumber(number, word.Length);
        }
        else if (Seconds < 0 && word.Length >= 8 && word.IndexOfAny("-/"u8) == 4)
            ReadYearFirst(word);
        else if (word.Contains((byte)':'))
            ReadClock(word);
        else if (word.IndexOf((byte)'-') is > 0 and var dash && Month == 0)
        {
            // 20-Feb-2020
            ReadWord(word[..dash]);
            if (word[(dash + 1)..].TrimStart("-"u8) is { IsEmpty: false } rest)
                ReadInner(rest);
        }
        else if (word.TrimEnd("."u8).IndexOf((byte)'.') is > 0 and var dot)
            ReadDotted(word.TrimEnd("."u8), dot);
        else if (MailFigures.TryRead(figures, 5, out var number))
            ReadNumber(number, figures.Length);
    }

    private void ReadInner(ReadOnlySpan<byte> rest)
    {
        var dash = rest.IndexOf((byte)'-');
        ReadWord(dash > 0 ? rest[..dash] : rest);
        if (dash > 0 && dash + 1 < rest.Length)
            ReadWord(rest[(dash + 1)..]);
    }

    private void ReadNumber(int number, int digits)
    {
        if (Day < 0 && digits <= 2)
            Day = number;
        else if (Year < 0)
            Year = digits switch
            {
                1 or 2 => number + (number < 50 ? 2000 : 1900),
                3 => number + 1900,
                // 19100 is what 1900 and 100 gave where one was written behind the other.
                5 => number is >= 19_100 and < 19_200 ? number - 17_100 : number,
                _ => number,
            };
        else if (Seconds >= 0 && !HasZone && digits == 4)
            SetOffset(1, number / 100, number % 100);
    }

    /// <summary>Reads <c>2026-11-02</c> and what follows a T.</summary>
    private void ReadYearFirst(ReadOnlySpan<byte> word)
    {
        var rest = word[5..];
        var mark = rest.IndexOf(word[4]);
        if (mark < 1 || !MailFigures.TryRead(word[..4], 4, out var year)
            || !MailFigures.TryRead(rest[..mark], 2, out var month))
            return;
        var day = MailFigures.Begin(rest[(mark + 1)..]);
        if (!MailFigures.TryRead(day, 2, out var dayNumber))
            return;
        IsImpossible |= month is 0 or > 12;
        (Year, Month, Day) = (year, Math.Clamp(month, 1, 12), dayNumber);
        rest = rest[(mark + 1 + day.Length)..].TrimStart("Tt_"u8);
        if (!rest.IsEmpty && char.IsAsciiDigit((char)rest[0]))
            ReadClock(rest);
    }

    /// <summary>Reads <c>02.11.2026</c>, or a clock such as <c>10.30.00</c>.</summary>
    private void ReadDotted(ReadOnlySpan<byte> word, int dot)
    {
        var rest = word[(dot + 1)..];
        if (rest.IndexOf((byte)'.') is > 0 and var second && rest.Length - second == 5 && Month == 0
            && MailFigures.TryRead(word[..dot], 2, out var day) && MailFigures.TryRead(rest[..second], 2, out var month)
            && MailFigures.TryRead(rest[(second + 1)..], 4, out var year))
        {
            IsImpossible |= month is 0 or > 12;
            (Year, Month, Day) = (year, Math.Clamp(month, 1, 12), day);
        }
        else if (Month > 0 && Seconds < 0)
            ReadClock(word);
    }

    /// <summary>Reads <c>h:mm</c> or <c>h:mm:ss</c>; a leap second is the next one's beginning.</summary>
    private void ReadClock(ReadOnlySpan<byte> word)
    {
        Span<int> parts = [0, 0, 0];
        var count = 0;
        while (count < 3 && MailFigures.Begin(word) is { Length: 1 or 2 } part
            && MailFigures.TryRead(part, 2, out parts[count]))
        {
            count++;
            word = word[part.Length..];
            if (count == 3 || word.IsEmpty || word[0] is not ((byte)':' or (byte)'.'))
                break;
            word = word[1..];
        }
        if (count < 2)
            return;
        IsImpossible |= parts[0] > 23 || parts[1] > 59 || parts[2] > 60;
        Seconds = Math.Min(SecondsOfDay, (60 * ((60 * parts[0]) + parts[1])) + parts[2]);
        if (!word.IsEmpty && word[0] is (byte)'.' or (byte)',')
            word = word[(1 + MailFigures.Begin(word[1..]).Length)..];
        // A narrow blank of Unicode may stand before AM or PM.
        word = word.TrimStart("\u00A0\u202F"u8);
        if (!word.IsEmpty && !char.IsAsciiDigit((char)word[0]))
            ReadWord(word);
    }

    /// <summary>AM, PM, a.m. or p.m.; the first letter was checked already.</summary>
    private static bool IsHalfOfDay(ReadOnlySpan<byte> word) => word.Length switch
    {
        2 => (word[1] | 0x20) == 'm',
        3 or 4 => word[1] == '.' && (word[2] | 0x20) == 'm',
        _ => false,
    };

    private void ReadHalfOfDay()
    {
        var hour = Seconds / 3600;
        if (_isNoon && hour < 12)
            Seconds += SecondsOfDay / 2;
        else if (_isMidnight && hour == 12)
            Seconds -= SecondsOfDay / 2;
        else if (_isMidnight)
            IsImpossible |= hour > 12;
    }

    /// <summary>Letters that stand for no known zone mean UTC, as the standard has it.</summary>
    private void ReadZone(ReadOnlySpan<byte> word)
    {
        if (HasZone)
            return;
        var sign = word.Contains((byte)'/') ? -1 : word.IndexOfAny("+-"u8);
        var name = sign > 0 ? word[..sign] : word;
        (HasZone, _isZoneByName) = (MailZones.TryMinutesOf(name, out _minutes), true);
        if (!HasZone && MailZones.HasSummerTime(name, out _minutes))
        {
            HasZone = true;
            _zoneId = name;
        }
        if (sign > 0)
            ReadOffset(word[sign..]);
    }

    private void ReadOffset(ReadOnlySpan<byte> word)
    {
        if (Seconds < 0 || (HasZone && !_isZoneByName))
            return;
        var hours = MailFigures.Begin(word[1..]);
        var rest = word[(1 + hours.Length)..];
        if (hours.Length is 0 or > 4 || !MailFigures.TryRead(hours, 4, out var number))
        {
            IsImpossible |= hours.Length > 4;
            return;
        }
        var sign = word[0] == '-' ? -1 : 1;
        if (hours.Length > 2)
            SetOffset(sign, number / 100, number % 100);
        else if (rest.Length >= 3 && rest[0] == ':' && MailFigures.TryRead(rest[1..3], 2, out var minutes))
            SetOffset(sign, number, minutes);
        else
            SetOffset(sign, number, 0);
    }

    /// <summary>No place of the world is more than 14 hours from UTC.</summary>
    private void SetOffset(int sign, int hours, int minutes)
    {
        IsImpossible |= hours > 14 || minutes > 59;
        (_minutes, HasZone, _isZoneByName) = (sign * ((60 * hours) + minutes), true, false);
        _zoneId = [];
    }
}
