using InfluencerMap.Collectors.Identities;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors.Sources;

/// <summary>
/// Turns one row into interactions, from the bytes of its cells: a string is made for a new handle only.
/// </summary>
internal sealed partial class InteractionRows
{
    private static readonly (InteractionColumn Key, RecipientRole Role)[] Copies =
        [(InteractionColumn.Cc, RecipientRole.Cc), (InteractionColumn.Bcc, RecipientRole.Bcc)];

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
    private Interaction _sent;

    public InteractionRows(Cells<InteractionColumn> table, FormatRead read)
    {
        _table = table;
        _read = read;
        (_accounts, _options, _report) = (read.Accounts, read.Options, read.Report);
        _times = new(table, read);
        _recipients = new(table);
        (_audiences, _weights, _minutes) = (new(table.Of(InteractionColumn.Audience)), new(table.Of(InteractionColumn.Weight)), new(table.Of(InteractionColumn.Minutes)));
        _hasCopies = table.Has(InteractionColumn.Cc) || table.Has(InteractionColumn.Bcc);
        _slices = _options.SliceSeconds is { } seconds ? new(seconds) : null;
        RequireColumns();
    }

    private static string HandleExpected { get; } =
        $"an address or id of 1 … {Handle.LengthMax} characters in UTF-8, no control characters";

    /// <summary>The interactions of all rows.</summary>
    /// <param name="isOnRow">Whether the first row is the current one.</param>
    public IEnumerable<Interaction> ReadAll(bool isOnRow = false)
    {
        var interactions = new List<Interaction>();
        for (isOnRow = isOnRow || _table.Next(); isOnRow; isOnRow = _table.Next())
        {
            interactions.Clear();
            Read(interactions);
            foreach (var interaction in interactions)
                yield return interaction;
        }
        // What only all rows together give.
        foreach (var meeting in _slices?.Meetings() ?? [])
            yield return meeting;
    }

    /// <summary>Appends the interactions of the current row; counts the row where it gives none.</summary>
    private void Read(List<Interaction> interactions)
    {
        var (at, channel, role) = (_options.At ?? default, _options.Channel, RecipientRole.To);
        var (audience, weight, minutes) = (1, 1, 0);
        if (_options.At is null && !_times.TryRead(out at))
            _table.Bad(_times.Key, _times.Expected);
        else if (!CellWords.TryReadChannel(_table[InteractionColumn.Channel], ref channel))
            _table.Bad(InteractionColumn.Channel, "mail, meeting, chat, channel post, call, reaction, mention, social or nomination");
        else if (!CellWords.TryReadRole(_table[InteractionColumn.Role], ref role))
            _table.Bad(InteractionColumn.Role, "to, cc or bcc");
        else if (!_audiences.TryRead(_table[InteractionColumn.Audience], ref audience) || audience == 0)
            _table.Bad(InteractionColumn.Audience, Count(1, _audiences));
        else if (!_weights.TryRead(_table[InteractionColumn.Weight], ref weight))
            _table.Bad(InteractionColumn.Weight, Count(0, _weights));
        else if (channel == Channel.Meeting && !_minutes.TryRead(_table[InteractionColumn.Minutes], ref minutes))
            _table.Bad(InteractionColumn.Minutes, Count(0, _minutes));
        else if (minutes > Interaction.MinutesMax)
            _report.Drop(Outcome.LongMeeting);
        else if (!_recipients.TryReadSender(InteractionColumn.From, out var isAddress, out var from))
            RefuseSender(isAddress);
        else if (!Handle.TryNormalise(from, _from, out var fromLength))
            _table.Bad(InteractionColumn.From, HandleExpected);
        else if (weight == 0)
            _report.WeighZero();
        else if (!_read.IsTooOld(at))
            ReadRecipients(
                new(0, at, 0, 0, channel, role, audience) { Minutes = minutes },
                _from.AsSpan(0, fromLength), weight, interactions);
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

    private void ReadRecipients(Interaction row, ReadOnlySpan<char> from, int weight, List<Interaction> interactions)
    {
        // Fast path: most rows have one recipient, written as a plain address.
        var only = _hasCopies ? [] : _table[InteractionColumn.To];
        if (AddressCell.IsPlain(only))
        {
            if (!Handle.TryNormalise(only, _other, out var length))
            {
                _table.Bad(InteractionColumn.To, HandleExpected + ", or several with ; between");
                return;
            }
            GiveTo(row with { Source = _accounts.ResolveNormal(from) }, from, length, weight, interactions);
            if (interactions.Count > 0 && _table.Has(InteractionColumn.Sender))
                GiveSender(interactions[0], from, interactions);
            return;
        }
        if (!_recipients.AreReadable(InteractionColumn.To, isNeeded: !_table.Has(InteractionColumn.Cc) && !_table.Has(InteractionColumn.Bcc)))
        {
            _table.Bad(InteractionColumn.To, HandleExpected + ", or several with ; between");
            return;
        }
        foreach (var (key, _) in Copies)
            if (!_recipients.AreReadable(key, isNeeded: false))
            {
                _table.Bad(key, HandleExpected + ", or several with ; between");
                return;
            }
        row = row with { Source = _accounts.ResolveNormal(from) };
        ReadRecipients(InteractionColumn.To, row, from, weight, interactions);
        foreach (var (key, role) in Copies)
            if (_table.Has(key))
                ReadRecipients(key, row with { Role = role }, from, weight, interactions);
        if (interactions.Count > 0 && _table.Has(InteractionColumn.Sender))
            GiveSender(interactions[0], from, interactions);
    }

    private void ReadRecipients(
        InteractionColumn key, in Interaction row, ReadOnlySpan<char> from, int weight, List<Interaction> interactions)
    {
        var recipients = _recipients.Of(key);
        while (recipients.Next(out var handle))
        {
            if (Handle.TryNormalise(handle, _other, out var length))
                GiveTo(row, from, length, weight, interactions);
        }
        if (recipients.HasOthers)
            _report.DropUnreadable(Outcome.NoAddressInCell);
    }

    /// <param name="length">Of the recipient's handle in the buffer.</param>
    private void GiveTo(
        in Interaction row, ReadOnlySpan<char> from, int length, int weight, List<Interaction> interactions)
    {
        var to = _other.AsSpan(0, length);
        if (from.SequenceEqual(to))
            _report.DropToOneself(weight);
        else
            Give(row with { Target = _accounts.ResolveNormal(to) }, from, to, weight, interactions);
    }

    /// <summary>Who pressed send for whom the row is from: told once an event, where its rows stand together.</summary>
    private void GiveSender(in Interaction given, ReadOnlySpan<char> from, List<Interaction> interactions)
    {
        if (!_recipients.TryReadSender(InteractionColumn.Sender, out _, out var cell)
            || !Handle.TryNormalise(cell, _other, out var length)
            || from.SequenceEqual(_other.AsSpan(0, length)))
            return;
        _report.DelegatedRows++;
        var sent = given.SentBy(_accounts.ResolveNormal(_other.AsSpan(0, length)));
        if (sent != _sent)
            interactions.Add(sent);
        _sent = sent;
    }

    /// <summary>
    /// One way, or both where the tie has no direction; meetings and calls go both ways by themselves.
    /// </summary>
    private void Give(
        in Interaction interaction, ReadOnlySpan<char> from, ReadOnlySpan<char> to, int weight,
        List<Interaction> interactions)
    {
        if (_slices is not null)
        {
            GiveSlice(interaction, from, to, weight);
            return;
        }
        GiveOneWay(interaction, from, to, weight, interactions);
        if ((_options.Undirected || CellWords.IsUndirected(_table[InteractionColumn.Direction]))
            && interaction.Channel is not (Channel.Meeting or Channel.Call))
            GiveOneWay(
                interaction with { Source = interaction.Target, Target = interaction.Source }, to, from, weight,
                interactions);
    }

    private void GiveOneWay(
        in Interaction interaction, ReadOnlySpan<char> from, ReadOnlySpan<char> to, int weight,
        List<Interaction> interactions)
    {
        // Rows that count interactions, or have no instant of their own, cannot tell what belongs together: each is an
        // event by itself.
        var id = EventOf(interaction, from);
        if (_table.Has(InteractionColumn.Weight) || !_times.Exist)
            id = id.Add(to);
        for (var nth = 0; nth < weight; nth++)
            interactions.Add(interaction with { EventId = nth == 0 ? id.Value : id.Add(nth).Value });
        _report.Give(interaction.At, weight);
    }

    /// <summary>A contact has no direction: the account whose name comes first stands for the source.</summary>
    private void GiveSlice(Interaction contact, ReadOnlySpan<char> from, ReadOnlySpan<char> to, int count)
    {
        contact = contact with { Channel = Channel.Meeting };
        if (from.SequenceCompareTo(to) > 0)
        {
            contact = contact with { Source = contact.Target, Target = contact.Source };
            var second = from;
            from = to;
            to = second;
        }
        var id = new EventId().Add((long)Channel.Meeting).Add(from).Add(to).Add(contact.At.Date.Ticks);
        if (_slices!.Add(contact, id, count) is { } isNew)
            _report.Give(contact.At, isNew ? 1 : 0);
        else
            _report.Drop(Outcome.ContactAgain);
    }

    /// <summary>
    /// A Message-ID names the mail for every source, another id the sender's event; without one, what a person sends at
    /// one instant on one channel is one event. A series is one event a week, so that its first meeting counts.
    /// </summary>
    private EventId EventOf(in Interaction interaction, ReadOnlySpan<char> from)
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
