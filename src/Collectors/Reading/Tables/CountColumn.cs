using System.Buffers;
using System.Buffers.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// Whole numbers of a column, however they are written: <c>3</c>, <c>3.0</c>, <c>3,0</c>, <c>1.000</c>. Which mark
/// parts fractions and which thousands is decided once from all rows; nothing is ever cut.
/// </summary>
internal sealed class CountColumn(CellColumn column)
{
    public const int CountMax = 100_000;

    private static readonly SearchValues<byte> DigitsAndMarks = SearchValues.Create("0123456789.,"u8);

    private Signs? _signs;

    /// <summary>Whether the last cell that could not be read may be a large number or a fraction.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Leaves the count as it is where the cell is empty.</summary>
    public bool TryRead(ReadOnlySpan<byte> cell, ref int count)
    {
        IsOpen = false;
        if (cell.IsEmpty)
            return true;
        if (Utf8Parser.TryParse(cell, out int whole, out var read) && read == cell.Length)
        {
            count = whole;
            return count is >= 0 and <= CountMax;
        }
        if (!IsMarked(cell))
            return false;
        _signs ??= Learn();
        return _signs.TryRead(cell, ref count, out var isOpen) | (IsOpen = isOpen) && !isOpen
            && count is >= 0 and <= CountMax;
    }

    private static bool IsMarked(ReadOnlySpan<byte> cell) =>
        cell.Length is > 1 and <= 32 && cell[0] is >= (byte)'0' and <= (byte)'9' && cell.ContainsAny(".,"u8)
        && !cell.ContainsAnyExcept(DigitsAndMarks);

    private Signs Learn()
    {
        var signs = new Signs();
        using var again = column.Cells.Again();
        while (again.Next())
        {
            var cell = again[column.Key];
            if (IsMarked(cell))
                signs.Learn(cell);
            else if (Utf8Parser.TryParse(cell, out long plain, out var read) && read == cell.Length)
                signs.LearnPlain(plain);
        }
        return signs;
    }

    /// <summary>What the marks of a column mean, one entry for the point and one for the comma.</summary>
    private sealed class Signs
    {
        private bool _pointParts, _commaParts, _pointGroups, _commaGroups, _hasPlainThousands;

        public void LearnPlain(long number) => _hasPlainThousands |= number >= 1000;

        public void Learn(ReadOnlySpan<byte> cell)
        {
            var last = cell.LastIndexOfAny(".,"u8);
            var isPoint = cell[last] == '.';
            var other = cell.Contains(isPoint ? (byte)',' : (byte)'.');
            if (cell.Count(cell[last]) > 1)
                Mark(isPoint, groups: true);
            else if (other)
            {
                Mark(isPoint, groups: false);
                Mark(!isPoint, groups: true);
            }
            else if (cell.Length - last - 1 != 3 || last > 3 || cell[0] == '0')
                Mark(isPoint, groups: false);
        }

        public bool TryRead(ReadOnlySpan<byte> cell, ref int count, out bool isOpen)
        {
            var last = cell.LastIndexOfAny(".,"u8);
            var isPoint = cell[last] == '.';
            var (parts, groups) = isPoint ? (_pointParts, _pointGroups) : (_commaParts, _commaGroups);
            var otherParts = isPoint ? _commaParts : _pointParts;
            groups |= otherParts && !parts;
            parts |= _hasPlainThousands && !groups;
            isOpen = parts == groups;
            if (isOpen)
                return false;
            var whole = parts ? cell[..last] : cell;
            var fraction = parts ? cell[(last + 1)..] : [];
            return !fraction.ContainsAnyExcept((byte)'0') && TryReadGroups(whole, ref count);
        }

        private static bool TryReadGroups(ReadOnlySpan<byte> digits, ref int count)
        {
            var (value, sinceMark, hasMark) = (0L, 0, false);
            foreach (var c in digits)
            {
                if (c is (byte)'.' or (byte)',')
                {
                    if (hasMark ? sinceMark != 3 : sinceMark is 0 or > 3)
                        return false;
                    (sinceMark, hasMark) = (0, true);
                    continue;
                }
                value = Math.Min(int.MaxValue, (10 * value) + (c - '0'));
                sinceMark++;
            }
            count = (int)value;
            return !hasMark || sinceMark == 3;
        }

        private void Mark(bool isPoint, bool groups)
        {
            _pointParts |= isPoint && !groups;
            _pointGroups |= isPoint && groups;
            _commaParts |= !isPoint && !groups;
            _commaGroups |= !isPoint && groups;
        }
    }
}
