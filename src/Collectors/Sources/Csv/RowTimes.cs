namespace InfluencerMap.Collectors;

/// <summary>When a row happened: from one column, or a day and a time of day from two.</summary>
internal sealed class RowTimes
{
    private const int JoinedMax = 96;

    private readonly Cells<InteractionColumn> _table;
    private readonly bool _hasClock;
    private readonly Instants _instants;
    private readonly byte[] _joined = new byte[JoinedMax];

    /// <param name="table">The cells.</param>
    /// <param name="read">What to take where the file does not say.</param>
    public RowTimes(Cells<InteractionColumn> table, FormatRead read)
    {
        _table = table;
        _hasClock = table.Has(InteractionColumn.At) && table.Has(InteractionColumn.Time);
        Key = table.Has(InteractionColumn.At) ? InteractionColumn.At : InteractionColumn.Time;
        Exist = table.Has(Key);
        _instants = new(table.Of(Key), read.Options.TimeZone, read.Report)
        {
            AllowsSmallNumbers = read.AllowsSmallTimes,
        };
        read.Report.TimeZone = read.Options.TimeZone.Id;
    }

    /// <summary>Whether the file has a column of times.</summary>
    public bool Exist { get; }

    public InteractionColumn Key { get; }

    public string Expected => _instants.Expected;

    public bool TryRead(out DateTime at)
    {
        var cell = _table[Key];
        var clock = _table[InteractionColumn.Time];
        if (!_hasClock || cell.ContainsAny(":T"u8) || clock.IsEmpty || clock.Length > JoinedMax / 2
            || cell.Length >= JoinedMax / 2)
            return _instants.TryRead(cell, out at);
        cell.CopyTo(_joined);
        _joined[cell.Length] = (byte)' ';
        clock.CopyTo(_joined.AsSpan(cell.Length + 1));
        return _instants.TryRead(_joined.AsSpan(0, cell.Length + 1 + clock.Length), out at);
    }
}
