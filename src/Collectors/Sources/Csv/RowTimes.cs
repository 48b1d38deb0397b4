using InfluencerMap.Collectors.Reading;

namespace InfluencerMap.Collectors.Sources;

/// <summary>When a row happened: from one column, or a day and a time of day from two.</summary>
internal sealed class RowTimes
{
    private const int JoinedMax = 96;

    private readonly ICells _table;
    private readonly int _clock;
    private readonly bool _hasClock;
    private readonly Instants _instants;
    private readonly byte[] _joined = new byte[JoinedMax];

    /// <param name="table">The cells.</param>
    /// <param name="at">Key of the instant, or of the day.</param>
    /// <param name="clock">Key of the time of day; the instant where there is no other column.</param>
    /// <param name="read">What to take where the file does not say.</param>
    public RowTimes(ICells table, int at, int clock, FormatRead read)
    {
        _table = table;
        _clock = clock;
        _hasClock = table.Has(at) && table.Has(clock);
        Key = table.Has(at) ? at : clock;
        Exist = table.Has(Key);
        _instants = new(table, Key, read.Options.TimeZone, read.Report)
        {
            AllowsSmallNumbers = read.AllowsSmallTimes,
        };
        read.Report.TimeZone = read.Options.TimeZone.Id;
    }

    /// <summary>Whether the file has a column of times.</summary>
    public bool Exist { get; }

    public int Key { get; }

    public string Expected => _instants.Expected;

    public bool TryRead(out DateTime at)
    {
        var cell = _table[Key];
        if (!_hasClock || cell.ContainsAny(":T"u8) || _table[_clock] is { IsEmpty: true } or { Length: > JoinedMax / 2 }
            || cell.Length >= JoinedMax / 2)
            return _instants.TryRead(cell, out at);
        var clock = _table[_clock];
        cell.CopyTo(_joined);
        _joined[cell.Length] = (byte)' ';
        clock.CopyTo(_joined.AsSpan(cell.Length + 1));
        return _instants.TryRead(_joined.AsSpan(0, cell.Length + 1 + clock.Length), out at);
    }
}
