using System.Runtime.InteropServices;

namespace InfluencerMap.Collectors;

/// <summary>What one reading of a source gave, and what it set aside. Complete when the reading is.</summary>
/// <remarks>
/// Every row (mail, message, post, line of a table) is counted once in <see cref="RowsRead"/>, and ends in exactly one
/// place: <see cref="RowsGiven"/>, <see cref="RowsSetAside"/> or <see cref="RowsUnreadable"/>. A row may give several
/// interactions, so <see cref="InteractionsGiven"/> and <see cref="SelfInteractions"/> count interactions.
/// </remarks>
public sealed class CollectReport
{
    /// <summary>Messages kept in <see cref="BadRowMessages"/>; the others are only counted.</summary>
    public const int BadRowMessagesMax = 20;

    private readonly List<string> _badRowMessages = [];
    private readonly List<string> _notes = [];
    private readonly Dictionary<Outcome, long> _dropped = [];
    private readonly Dictionary<Outcome, long> _setAside = [];
    private readonly HashSet<long> _later = [];
    private RowEnd _end;
    private Outcome? _reason;

    /// <summary>How the row under way ends, as far as is known.</summary>
    private enum RowEnd
    {
        /// <summary>No row is under way.</summary>
        NoRow,

        /// <summary>It gave nothing yet.</summary>
        Nothing,
        Given,
        Unreadable,

        /// <summary>What follows decides, such as a mail that it answers.</summary>
        Later,
    }

    public long RowsRead { get; private set; }

    /// <summary>Rows that gave an interaction or more, or a person.</summary>
    public long RowsGiven { get; private set; }

    /// <summary>Rows that a documented rule left out, by reason such as "automatic mail", in order.</summary>
    public IReadOnlyDictionary<string, long> RowsSetAside => InWords(_setAside);

    /// <summary>Rows whose form, date or address could not be read.</summary>
    public long RowsUnreadable { get; private set; }

    /// <summary>Rows that a filter on a column left out.</summary>
    public long RowsFilteredOut { get; private set; }

    public long BadRows { get; private set; }

    /// <summary>File, line, column and what was expected; never what stood there.</summary>
    public IReadOnlyList<string> BadRowMessages => _badRowMessages;

    /// <summary>What was found out and not stated, such as an order of day and month; for people, each once.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Rows that say that nothing happened.</summary>
    public long WeightZeroRows { get; private set; }

    /// <summary>Rows that somebody else sent for the one credited.</summary>
    public long DelegatedRows { get; internal set; }

    public long InteractionsGiven { get; private set; }

    /// <summary>Interactions of an account with itself, dropped.</summary>
    public long SelfInteractions { get; private set; }

    /// <summary>
    /// What of the source was left out, by reason, in order: rows, files, and parts of rows such as recipients.
    /// </summary>
    public IReadOnlyDictionary<string, long> Dropped => InWords(_dropped);

    /// <summary>1-based numbers of the columns whose cells were not read.</summary>
    public IReadOnlyList<int> UnreadColumns { get; internal set; } = [];

    /// <summary>IANA id of the zone in which times without an offset were read.</summary>
    public string TimeZone { get; internal set; } = "UTC";

    /// <summary>Times that stated no offset.</summary>
    public long TimesWithoutOffset { get; internal set; }

    /// <summary>Those that occur twice when clocks go back; read as standard time, the later instant.</summary>
    public long AmbiguousTimes { get; internal set; }

    /// <summary>Mails whose date was missing, unreadable or wrong, so that the first server's time was taken.</summary>
    public long ClocksCorrected { get; internal set; }

    /// <summary>Refuses what is mostly unreadable: the rest would be taken for the whole.</summary>
    /// <param name="name">The file's.</param>
    /// <param name="allowPartial">Whether it is taken in all the same.</param>
    /// <param name="advice">What to name, where the rows cannot be mended.</param>
    /// <exception cref="InputException">More than half of the rows could not be read.</exception>
    public void RequireReadable(string name, bool allowPartial, string advice = "the columns (--map)")
    {
        if (!allowPartial && 2 * RowsUnreadable > RowsRead)
            throw new InputException(
                $"{name}: {RowsUnreadable:N0} of {RowsRead:N0} rows could not be read; nothing was stored. "
                + $"Mend them, or name {advice}; --allow-partial takes in the others alone.");
    }

    /// <summary>A row was found: the one before has ended.</summary>
    internal void Found()
    {
        EndRow();
        RowsRead++;
        _end = RowEnd.Nothing;
    }

    /// <summary>
    /// Whether the row under way gives anything is decided later; the number returned names it for
    /// <see cref="Resume"/>.
    /// </summary>
    internal long Later()
    {
        if (_end == RowEnd.Nothing)
            _end = RowEnd.Later;
        return RowsRead;
    }

    /// <summary>Goes on with a row that was put off; one that gave something meanwhile is not counted again.</summary>
    internal void Resume(long row)
    {
        EndRow();
        if (_later.Remove(row))
            _end = RowEnd.Nothing;
    }

    /// <summary>Ends the last row.</summary>
    internal void EndRow()
    {
        switch (_end)
        {
            case RowEnd.Given:
                RowsGiven++;
                break;
            case RowEnd.Unreadable:
                RowsUnreadable++;
                break;
            case RowEnd.Later:
                _later.Add(RowsRead);
                break;
            case RowEnd.Nothing:
                CollectionsMarshal.GetValueRefOrAddDefault(_setAside, _reason ?? Outcome.NobodyElse, out _)++;
                break;
        }
        (_end, _reason) = (RowEnd.NoRow, null);
    }

    /// <summary>
    /// Counts what a documented rule leaves out: the row under way or a part of it, such as a recipient. It is the
    /// row's reason where the row gives nothing.
    /// </summary>
    internal void Drop(Outcome reason, long count = 1)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_dropped, reason, out _) += count;
        _reason ??= reason;
    }

    /// <summary>Counts files that are left out whole.</summary>
    internal void DropFiles(Outcome reason, long count = 1) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_dropped, reason, out _) += count;

    /// <summary>The same for a row whose form, date or address cannot be read, which is not refused.</summary>
    internal void DropUnreadable(Outcome reason)
    {
        Drop(reason);
        MarkUnreadable();
    }

    /// <summary>Leaves the row out, as a filter on a column says.</summary>
    internal void FilterOut()
    {
        RowsFilteredOut++;
        _reason ??= Outcome.FilteredOut;
    }

    /// <summary>The row says that nothing happened.</summary>
    internal void WeighZero()
    {
        WeightZeroRows++;
        _reason ??= Outcome.NothingHappened;
    }

    /// <summary>Drops interactions of an account with itself.</summary>
    internal void DropToOneself(long count = 1)
    {
        SelfInteractions += count;
        _reason ??= Outcome.ToOneself;
    }

    /// <summary>The row under way gives interactions; a row of a table of people gives an entry, and none.</summary>
    internal void Give(long interactions = 1)
    {
        InteractionsGiven += interactions;
        if (_end != RowEnd.NoRow)
            _end = RowEnd.Given;
    }

    /// <summary>Reports what was found out, once.</summary>
    internal void Note(string note)
    {
        if (!_notes.Contains(note))
            _notes.Add(note);
    }

    /// <exception cref="InputException">There are more than <paramref name="badRowsMax"/>.</exception>
    internal void AddBadRow(string message, int badRowsMax)
    {
        BadRows++;
        MarkUnreadable();
        if (_badRowMessages.Count < BadRowMessagesMax)
            _badRowMessages.Add(message);
        if (BadRows > badRowsMax)
            throw new InputException(badRowsMax == 0
                ? $"{message}. Mend the row, or leave out up to N rows that cannot be read (--max-bad-rows N); nothing "
                    + "was stored."
                : $"More bad rows than the {badRowsMax} that --max-bad-rows allows; the first: {_badRowMessages[0]}.");
    }

    private static SortedDictionary<string, long> InWords(Dictionary<Outcome, long> counts) => new(
        counts.ToDictionary(count => count.Key.InWords(), count => count.Value), StringComparer.Ordinal);

    private void MarkUnreadable()
    {
        if (_end is RowEnd.Nothing or RowEnd.Later)
            _end = RowEnd.Unreadable;
    }
}
