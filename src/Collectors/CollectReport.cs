using System.Runtime.InteropServices;

namespace InfluencerMap.Collectors;

/// <summary>What one reading of a source gave, and what it set aside. Complete when the reading is.</summary>
/// <remarks>
/// Every row is counted once in <see cref="RowsRead"/>; of these, rows filtered out, bad rows and rows of weight zero
/// give nothing. A row may give several interactions, so <see cref="InteractionsGiven"/> and
/// <see cref="SelfInteractions"/> count interactions.
/// </remarks>
public sealed class CollectReport
{
    /// <summary>Messages kept in <see cref="BadRowMessages"/>; the others are only counted.</summary>
    public const int BadRowMessagesMax = 20;

    private readonly List<string> _badRowMessages = [];
    private readonly Dictionary<string, long> _dropped = new(StringComparer.Ordinal);

    public long RowsRead { get; internal set; }

    /// <summary>Rows that a filter on a column left out.</summary>
    public long RowsFilteredOut { get; internal set; }

    public long BadRows { get; private set; }

    /// <summary>File, line, column and what was expected; never what stood there.</summary>
    public IReadOnlyList<string> BadRowMessages => _badRowMessages;

    /// <summary>Rows that say that nothing happened.</summary>
    public long WeightZeroRows { get; internal set; }

    /// <summary>Rows that somebody else sent for the one credited.</summary>
    public long DelegatedRows { get; internal set; }

    public long InteractionsGiven { get; internal set; }

    /// <summary>Interactions of an account with itself, dropped.</summary>
    public long SelfInteractions { get; internal set; }

    /// <summary>Items of the source that were left out, by reason such as "automatic mail", in order.</summary>
    public IReadOnlyDictionary<string, long> Dropped =>
        new SortedDictionary<string, long>(_dropped, StringComparer.Ordinal);

    /// <summary>1-based numbers of the columns whose cells were not looked at.</summary>
    public IReadOnlyList<int> UnreadColumns { get; internal set; } = [];

    /// <summary>IANA id of the zone in which times without an offset were read.</summary>
    public string TimeZone { get; internal set; } = "UTC";

    /// <summary>Times that stated no offset.</summary>
    public long TimesWithoutOffset { get; internal set; }

    /// <summary>Those that occur twice when clocks go back; read as standard time, the later instant.</summary>
    public long AmbiguousTimes { get; internal set; }

    /// <summary>Mails whose date was missing, unreadable or wrong, so that the first server's time was taken.</summary>
    public long ClocksCorrected { get; internal set; }

    /// <summary>Earliest instant of an interaction given, UTC.</summary>
    public DateTime? First { get; private set; }

    /// <summary>Latest instant of an interaction given, UTC.</summary>
    public DateTime? Last { get; private set; }

    /// <summary>Counts items left out for a reason: a few words in lower case that follow a count.</summary>
    internal void Drop(string reason, long count = 1) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_dropped, reason, out _) += count;

    /// <exception cref="InputException">There are more than <paramref name="badRowsMax"/>.</exception>
    internal void AddBadRow(string message, int badRowsMax)
    {
        BadRows++;
        if (_badRowMessages.Count < BadRowMessagesMax)
            _badRowMessages.Add(message);
        if (BadRows > badRowsMax)
            throw new InputException(badRowsMax == 0
                ? $"{message}. Mend the row, or allow bad rows to be left out (--max-bad-rows)."
                : $"More than the {badRowsMax} bad rows allowed; the first: {_badRowMessages[0]}.");
    }

    internal void Extend(DateTime at)
    {
        if (First is null || at < First)
            First = at;
        if (Last is null || at > Last)
            Last = at;
    }
}
