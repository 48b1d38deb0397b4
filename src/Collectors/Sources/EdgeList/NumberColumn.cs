using System.Globalization;

namespace InfluencerMap.Collectors;

/// <summary>
/// The numbers of one column, whose decimal mark is decided from all of them: <c>2,5</c> shows a decimal comma,
/// <c>1,234,567</c> thousands, and <c>610,086</c> either.
/// </summary>
internal sealed class NumberColumn(DecimalMark wanted)
{
    private const NumberStyles Number = NumberStyles.Float;

    private bool _decimalComma, _decimalPoint, _either;

    /// <summary>Looks at a cell that holds a comma or a point.</summary>
    public void LookAt(ReadOnlySpan<char> cell)
    {
        var number = Mantissa(cell);
        var (comma, point) = (number.LastIndexOf(','), number.LastIndexOf('.'));
        if (comma >= 0 && point >= 0)
        {
            _decimalComma |= comma > point;
            _decimalPoint |= point > comma;
        }
        else if (comma >= 0)
            LookAt(number, ',', ref _decimalComma, ref _decimalPoint);
        else if (number.Count('.') > 1)
            _decimalComma = true;
        else if (point >= 0 && !IsGrouped(number, '.'))
            _decimalPoint = true;
    }

    /// <summary>The mark that all numbers agree on.</summary>
    /// <param name="mark">Never <see cref="DecimalMark.Auto"/>.</param>
    /// <param name="why">Why there is none: the end of a sentence about the column.</param>
    public bool TryDecide(out DecimalMark mark, out string why)
    {
        mark = wanted != DecimalMark.Auto ? wanted : _decimalComma ? DecimalMark.Comma : DecimalMark.Point;
        why = "";
        if (wanted != DecimalMark.Auto)
            return true;
        if (_decimalComma && _decimalPoint)
            why = "has numbers with a decimal comma and others with a decimal point; write all alike";
        else if (_either && !_decimalComma && !_decimalPoint)
            why = "has commas that may part decimals or thousands (1,234 is 1.234 or 1234); say --decimal comma or "
                + "--decimal point";
        return why.Length == 0;
    }

    /// <summary>Reads a number by the mark decided; false where it is none. Nothing is ever cut off.</summary>
    public static bool TryRead(ReadOnlySpan<char> cell, DecimalMark mark, out double value)
    {
        var (decimalMark, thousands) = mark == DecimalMark.Comma ? (',', '.') : ('.', ',');
        if (!cell.ContainsAny(',', '.') || (mark == DecimalMark.Point && !cell.Contains(',')))
            return double.TryParse(cell, Number, CultureInfo.InvariantCulture, out value);
        value = 0;
        var number = Mantissa(cell);
        var point = number.IndexOf(decimalMark);
        var whole = point < 0 ? number : number[..point];
        if (whole.Contains(thousands) && !IsGrouped(whole, thousands))
            return false;
        if (point >= 0 && number[(point + 1)..].ContainsAny(',', '.'))
            return false;
        var plain = cell.ToString().Replace(thousands.ToString(), "", StringComparison.Ordinal)
            .Replace(decimalMark, '.');
        return double.TryParse(plain, Number, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether the cell is a number by one of the marks.</summary>
    public static bool IsNumber(ReadOnlySpan<char> cell) =>
        TryRead(cell, DecimalMark.Point, out _) || TryRead(cell, DecimalMark.Comma, out _);

    private void LookAt(ReadOnlySpan<char> number, char mark, ref bool isDecimal, ref bool isGrouping)
    {
        if (!IsGrouped(number, mark))
            isDecimal |= number.Count(mark) == 1;
        else if (number.Count(mark) > 1)
            isGrouping = true;
        else
            _either = true;
    }

    /// <summary>The digits and marks, without sign and exponent.</summary>
    private static ReadOnlySpan<char> Mantissa(ReadOnlySpan<char> cell)
    {
        var number = cell.Trim().TrimStart("+-");
        var exponent = number.IndexOfAny('e', 'E');
        return exponent < 0 ? number : number[..exponent];
    }

    /// <summary>
    /// Whether every mark is followed by three digits, and one to three stand before the first, no zero.
    /// </summary>
    private static bool IsGrouped(ReadOnlySpan<char> number, char mark)
    {
        var isFirst = true;
        foreach (var range in number.Split(mark))
        {
            var digits = number[range];
            if (digits.ContainsAnyExceptInRange('0', '9') || digits.IsEmpty)
                return false;
            if (isFirst ? digits.Length > 3 || digits[0] == '0' : digits.Length != 3)
                return false;
            isFirst = false;
        }
        return true;
    }
}
