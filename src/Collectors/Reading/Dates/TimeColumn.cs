using System.Buffers.Text;

namespace InfluencerMap.Collectors;

/// <summary>What a whole column says of its times, from a pass of its own over the file.</summary>
internal sealed class TimeColumn
{
    private const int SerialMin = 10_000;
    private const int SerialMax = 100_000;

    private DateOrder? _order;
    private InputException? _refusal;

    /// <summary>Whether no number is outside what Excel counts days with.</summary>
    public bool IsSerial { get; private set; } = true;

    /// <summary>Whether every number is a day such as 20261102.</summary>
    public bool IsCompact { get; private set; } = true;

    /// <summary>The order of dates such as 02/11/2026.</summary>
    /// <exception cref="InputException">The column leaves it open.</exception>
    public DateOrder Order => _order ?? throw _refusal!;

    /// <summary>As seconds since 1970 these are hours of its first two days, as days of Excel 1927 to 2173.</summary>
    public static bool MayBeSerial(long number) => number is >= SerialMin and < SerialMax;

    public static TimeColumn Of(CellColumn source, CollectReport report)
    {
        var column = new TimeColumn();
        var evidence = new DateEvidence();
        using (var again = source.Cells.Again())
            while (again.Next())
                column.Look(new(again, source.Key), evidence);
        try
        {
            (column._order, var note) = evidence.Decide(source.Cells.Refuse);
            if (note is not null)
                report.Note(source.Cells.Refuse(note + ".").Message);
        }
        catch (InputException e)
        {
            column._refusal = e;
        }
        return column;
    }

    private void Look(CellColumn column, DateEvidence evidence)
    {
        var cell = column.Cell;
        if (cell.IsEmpty)
            return;
        if (Utf8Parser.TryParse(cell, out long number, out var read) && (read == cell.Length || cell[read] is (byte)'.'
            or (byte)',' && !cell[(read + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9')))
        {
            IsSerial &= MayBeSerial(number);
            IsCompact &= read == cell.Length && CompactDate.TryRead(cell, number, out _);
        }
        if (WrittenDate.TryRead(cell, out var date) && date.IsOpen)
            evidence.Add(date, () => column.Cells.PlaceOf(column.Key));
    }
}
