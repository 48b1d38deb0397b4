using CsvHelper;

namespace InfluencerMap.Collectors;

/// <summary>Several cells of a row as one, with a blank between those that are filled.</summary>
internal sealed class JoinedCells(int[] columns)
{
    private byte[] _joined = new byte[256];

    /// <summary>Valid until the next row.</summary>
    public ReadOnlySpan<byte> Of(CsvReader reader)
    {
        var length = 0;
        foreach (var column in columns)
        {
            var cell = reader.GetSpan(column);
            if (cell.IsEmpty)
                continue;
            if (_joined.Length < length + 1 + cell.Length)
                Array.Resize(ref _joined, 2 * (length + 1 + cell.Length));
            if (length > 0)
                _joined[length++] = (byte)' ';
            cell.CopyTo(_joined.AsSpan(length));
            length += cell.Length;
        }
        return _joined.AsSpan(0, length);
    }
}
