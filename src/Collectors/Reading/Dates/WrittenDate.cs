using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// A date as programs of offices write it: three parts, with the month as a number or a word, and what follows it.
/// </summary>
/// <param name="First">The first number, or the day where a word or four digits of a year show the order.</param>
/// <param name="Second">The second number, or the month.</param>
/// <param name="Third">The last number, or the year.</param>
/// <param name="IsOpen">Whether the order of the parts does not show.</param>
/// <param name="HasShortYear">Whether the year has two digits.</param>
/// <param name="Mark">What stands between the numbers.</param>
/// <param name="Clock">The time of day and the offset from UTC.</param>
internal readonly record struct WrittenDate(
    int First, int Second, int Third, bool IsOpen, bool HasShortYear, char Mark, WrittenClock Clock)
{
    /// <summary>Longest cell that is read.</summary>
    public const int LengthMax = 64;

    public static bool TryRead(ReadOnlySpan<byte> cell, out WrittenDate date)
    {
        date = default;
        if (cell.Length is < 5 or > LengthMax)
            return false;
        Span<char> lower = stackalloc char[LengthMax];
        if (!Encoding.UTF8.TryGetChars(cell, lower, out var length))
            return false;
        for (var i = 0; i < length; i++)
            lower[i] = char.IsWhiteSpace(lower[i]) ? ' ' : char.ToLowerInvariant(lower[i]);
        var text = new WrittenText(((ReadOnlySpan<char>)lower[..length]).Trim());
        if (!TryReadDay(ref text, ref date) || !WrittenClock.TryRead(ref text, out var clock))
            return false;
        date = date with { Clock = clock };
        return true;
    }

    /// <summary>The day, where the order gives one.</summary>
    public bool TryOrder(DateOrder order, out DateOnly day)
    {
        var (d, m, y) = !IsOpen ? (First, Second, Third) : order switch
        {
            DateOrder.MonthFirst => (Second, First, Third),
            DateOrder.YearFirst when HasShortYear => (Third, Second, First),
            _ => (First, Second, Third),
        };
        if (HasShortYear)
            y += y < 70 ? 2000 : 1900;
        return CompactDate.TryMake(y, m, d, out day);
    }

    /// <summary>A weekday may stand before; it adds nothing.</summary>
    private static bool TryReadDay(ref WrittenText text, ref WrittenDate date)
    {
        if (!text.AtWord)
            return TryReadNumbers(ref text, ref date);
        var begin = text;
        var word = text.Word();
        text.SkipAny(" .,");
        var afterWord = text;
        if (IsWeekday(word) && TryReadNumbers(ref text, ref date))
            return true;
        text = afterWord;
        if (IsWeekday(word) && text.AtWord)
        {
            word = text.Word();
            text.SkipAny(" .,");
        }
        if (MonthWords.Of(word) is { } month && text.Number(out var day, out var digits) && digits <= 2)
        {
            text.SkipAny(" .,");
            return text.Number(out var year, out digits) && digits is 2 or 4
                && Fix(ref date, day, month, year, digits == 2);
        }
        text = begin;
        return false;
    }

    private static bool TryReadNumbers(ref WrittenText text, ref WrittenDate date)
    {
        if (!text.Number(out var first, out var digits) || digits is not (1 or 2 or 4))
            return false;
        var mark = text.Next;
        text.SkipAny(" ./-");
        if (text.AtWord && digits <= 2)
        {
            if (MonthWords.Of(text.Word()) is not { } month)
                return false;
            text.SkipAny(" ./-,");
            return text.Number(out var year, out var places) && places is 2 or 4
                && Fix(ref date, first, month, year, places == 2);
        }
        if (mark is not ('/' or '.' or '-') || !text.Number(out var second, out var length) || length > 2
            || text.Next != mark)
            return false;
        text.SkipAny(mark == '.' ? " ." : " /-");
        if (!text.Number(out var third, out length))
            return false;
        if (digits == 4)
            return length <= 2 && Fix(ref date, third, second, first, isShort: false);
        date = new(first, second, third, IsOpen: true, HasShortYear: length == 2, mark, default);
        return length is 2 or 4;
    }

    private static bool Fix(ref WrittenDate date, int day, int month, int year, bool isShort)
    {
        date = new(day, month, year, IsOpen: false, isShort, ' ', default);
        return true;
    }

    private static bool IsWeekday(ReadOnlySpan<char> word) =>
        word is "mo" or "di" or "mi" or "do" or "fr" or "sa" or "so"
        || word.Length >= 3 && word[..3] is "mon" or "tue" or "wed" or "thu" or "fri" or "sat" or "sun"
            or "lun" or "mar" or "mer" or "gio" or "ven" or "sab" or "dom" or "die" or "mit" or "don" or "fre" or "sam"
            or "son" or "jeu" or "dim" or "mié" or "mie" or "jue" or "vie" or "sáb";
}
