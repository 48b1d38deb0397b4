using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Turns one row into interactions, from the bytes of its cells: a string is made for a new handle only.
/// </summary>
internal sealed partial class InteractionRows
{
    private static readonly (InteractionColumn Key, RecipientRole Role)[] Recipients =
    [
        (InteractionColumn.To, RecipientRole.To), (InteractionColumn.Cc, RecipientRole.Cc),
        (InteractionColumn.Bcc, RecipientRole.Bcc),
    ];

    private readonly Cells<InteractionColumn> _table;
    private readonly FormatRead _read;
    private readonly AccountDirectory _accounts;
    private readonly InteractionsCsvOptions _options;
    private readonly CollectReport _report;
    private readonly RowTimes _times;
    private readonly RowRecipients _recipients;
    private readonly CountColumn _audiences, _weights, _minutes;
    private readonly ContactSlices? _slices;
    private readonly bool _hasCopies;
    private readonly char[] _from = new char[Handle.LengthMax];
    private readonly char[] _other = new char[Handle.LengthMax];
    private readonly List<Interaction<AccountId>> _given = [];
    private int _fromLength;
    private int _weight;
    private Interaction<AccountId> _sent;

    public InteractionRows(Cells<InteractionColumn> table, FormatRead read)
    {
        _table = table;
        _read = read;
        (_accounts, _options, _report) = (read.Accounts, read.Options, read.Report);
        _times = new(table, read);
        _recipients = new(table);
        _audiences = new(table.Of(InteractionColumn.Audience));
        _weights = new(table.Of(InteractionColumn.Weight));
        _minutes = new(table.Of(InteractionColumn.Minutes));
        _hasCopies = table.Has(InteractionColumn.Cc) || table.Has(InteractionColumn.Bcc);
        _slices = _options.SliceSeconds is { } seconds ? new(seconds) : null;
        RequireColumns();
    }

    private ReadOnlySpan<char> From => _from.AsSpan(0, _fromLength);

    private static string SeveralExpected => Handle.Expected + ", or several with ; between";

    /// <summary>The interactions of all rows.</summary>
    /// <param name="isOnRow">Whether the first row is the current one.</param>
    public IEnumerable<Interaction<AccountId>> ReadAll(bool isOnRow = false)
    {
        for (isOnRow = isOnRow || _table.Next(); isOnRow; isOnRow = _table.Next())
        {
            _given.Clear();
            Read();
            foreach (var interaction in _given)
                yield return interaction;
        }
        // What only all rows together give.
        foreach (var meeting in _slices?.Meetings() ?? [])
            yield return meeting;
    }

    /// <summary>Takes the interactions of the current row; counts the row where it gives none.</summary>
    private void Read()
    {
        var (at, channel, role) = (_options.At ?? default, _options.Channel, RecipientRole.To);
        var (audience, minutes) = (1, 0);
        _weight = 1;
        if (_options.At is null && !_times.TryRead(out at))
            _table.Bad(_times.Key, _times.Expected);
        else if (!CellWords.TryReadChannel(_table[InteractionColumn.Channel], ref channel))
            _table.Bad(
                InteractionColumn.Channel,
                "mail, meeting, chat, channel post, call, reaction, mention, social or nomination");
        else if (!CellWords.TryReadRole(_table[InteractionColumn.Role], ref role))
            _table.Bad(InteractionColumn.Role, "to, cc or bcc");
        else if (!_audiences.TryRead(_table[InteractionColumn.Audience], ref audience) || audience == 0)
            _table.Bad(InteractionColumn.Audience, Count(1, _audiences));
        else if (!_weights.TryRead(_table[InteractionColumn.Weight], ref _weight))
            _table.Bad(InteractionColumn.Weight, Count(0, _weights));
        else if (channel == Channel.Meeting && !_minutes.TryRead(_table[InteractionColumn.Minutes], ref minutes))
            _table.Bad(InteractionColumn.Minutes, Count(0, _minutes));
        else if (minutes > Interaction.MinutesMax)
            _report.Drop(Outcome.LongMeeting);
        else if (!_recipients.TryReadSender(InteractionColumn.From, out var isAddress, out var from))
            RefuseSender(isAddress);
        else if (!Handle.TryNormalise(from, _from, out _fromLength))
            _table.Bad(InteractionColumn.From, Handle.Expected);
        else if (_weight == 0)
            _report.WeighZero();
        else if (!_read.IsTooOld(at))
            GiveToAll(new(0, at, default, default, channel, role, audience) { Minutes = minutes });
    }

    private static string Count(int least, CountColumn column) => column.IsOpen
        ? "a whole number without a mark for thousands: the column leaves open what the mark means"
        : $"a whole number {least} … {CountColumn.CountMax}";

    private void RefuseSender(bool isAddress)
    {
        if (isAddress)
            _table.Bad(InteractionColumn.From, "one address or id, not several");
        else
            _report.DropUnreadable(Outcome.NoAddressInCell);
    }

    /// <summary>Gives the row to all whom it names; a bad cell gives nothing.</summary>
    private void GiveToAll(Interaction<AccountId> row)
    {
        // Fast path: most rows have one recipient, written as a plain address.
        var only = _hasCopies ? [] : _table[InteractionColumn.To];
        if (AddressCell.IsPlain(only))
        {
            if (!Handle.TryNormalise(only, _other, out var length))
            {
                _table.Bad(InteractionColumn.To, SeveralExpected);
                return;
            }
            GiveTo(row with { Source = _accounts.ResolveNormal(From) }, length);
        }
        else
        {
            foreach (var (key, _) in Recipients)
                if (!_recipients.AreReadable(key, isNeeded: !_hasCopies && key == InteractionColumn.To))
                {
                    _table.Bad(key, SeveralExpected);
                    return;
                }
            row = row with { Source = _accounts.ResolveNormal(From) };
            foreach (var (key, role) in Recipients)
                GiveToEach(key, key == InteractionColumn.To ? row : row with { Role = role });
        }
        if (_given.Count > 0 && _table.Has(InteractionColumn.Sender))
            GiveSender(_given[0]);
    }

    private void GiveToEach(InteractionColumn key, in Interaction<AccountId> row)
    {
        var recipients = _recipients.Of(key);
        while (recipients.Next(out var handle))
            if (Handle.TryNormalise(handle, _other, out var length))
                GiveTo(row, length);
        if (recipients.HasOthers)
            _report.DropUnreadable(Outcome.NoAddressInCell);
    }

    /// <param name="row">The row.</param>
    /// <param name="length">Of the recipient's handle in the buffer.</param>
    private void GiveTo(in Interaction<AccountId> row, int length)
    {
        var to = _other.AsSpan(0, length);
        if (From.SequenceEqual(to))
            _report.DropToOneself(_weight);
        else
            Give(row with { Target = _accounts.ResolveNormal(to) }, to);
    }

    /// <summary>Who pressed send for the one credited: once per event, where its rows stand together.</summary>
    private void GiveSender(in Interaction<AccountId> given)
    {
        if (!_recipients.TryReadSender(InteractionColumn.Sender, out _, out var cell)
            || !Handle.TryNormalise(cell, _other, out var length)
            || From.SequenceEqual(_other.AsSpan(0, length)))
            return;
        _report.DelegatedRows++;
        var sent = given.SentBy(_accounts.ResolveNormal(_other.AsSpan(0, length)));
        if (sent != _sent)
            _given.Add(sent);
        _sent = sent;
    }

    /// <summary>
    /// In one direction, or both where the tie has none; meetings and calls always count in both.
    /// </summary>
    private void Give(in Interaction<AccountId> interaction, ReadOnlySpan<char> to)
    {
        if (_slices is not null)
        {
            GiveSlice(interaction, to);
            return;
        }
        GiveOneWay(interaction, From, to);
        if ((_options.Undirected || CellWords.IsUndirected(_table[InteractionColumn.Direction]))
            && interaction.Channel is not (Channel.Meeting or Channel.Call))
            GiveOneWay(interaction with { Source = interaction.Target, Target = interaction.Source }, to, From);
    }

    private void GiveOneWay(in Interaction<AccountId> interaction, ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        // Rows that count interactions, or have no instant of their own, do not say what belongs together: each is an
        // event by itself.
        var id = EventOf(interaction, from);
        if (_table.Has(InteractionColumn.Weight) || !_times.Exist)
            id = id.Add(to);
        for (var nth = 0; nth < _weight; nth++)
        {
            // Stores hold these ids: each goes on from the one before it.
            id = nth == 0 ? id : id.Add(nth);
            _given.Add(interaction with { EventId = id.Value });
        }
        _report.Give(_weight);
    }

    /// <summary>A contact has no direction: the account whose name comes first stands for the source.</summary>
    private void GiveSlice(Interaction<AccountId> contact, ReadOnlySpan<char> to)
    {
        contact = contact with { Channel = Channel.Meeting };
        var first = From;
        var second = to;
        if (first.SequenceCompareTo(second) > 0)
        {
            contact = contact with { Source = contact.Target, Target = contact.Source };
            first = to;
            second = From;
        }
        var id = new EventId().Add((long)Channel.Meeting).Add(first).Add(second).Add(contact.At.Date.Ticks);
        if (_slices!.Add(contact, id, _weight) is { } isNew)
            _report.Give(isNew ? 1 : 0);
        else
            _report.Drop(Outcome.ContactAgain);
    }

    /// <summary>
    /// A Message-ID names the mail for every source, another id the sender's event; without one, what a person sends at
    /// one instant on one channel is one event. A series is one event a week, so that its first meeting counts.
    /// </summary>
    private EventId EventOf(in Interaction<AccountId> interaction, ReadOnlySpan<char> from)
    {
        var id = new EventId().Add((long)interaction.Channel).Add(from);
        if (interaction.Channel == Channel.Meeting && _table[InteractionColumn.Series] is { IsEmpty: false } series)
            return id.Add(series).Add(Week.MondayOf(interaction.At).Ticks);
        var message = _table[InteractionColumn.Message];
        return interaction.Channel == Channel.Mail && message.Contains((byte)'@')
            ? EventId.OfMail(EventId.OfMessageId(message))
            : message.IsEmpty ? id.Add(interaction.At.Ticks) : id.Add(message);
    }
}
