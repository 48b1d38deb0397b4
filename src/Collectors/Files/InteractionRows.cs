using System.Buffers.Text;
using System.Text;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files;

/// <summary>
/// Turns one row into interactions, from the bytes of its cells: a string is made for a new handle only.
/// </summary>
internal sealed class InteractionRows
{
    private const int From = 0, To = 1, At = 2, Role = 3, ChannelKey = 4, Audience = 5, Message = 6, Sender = 7,
        Weight = 8, Minutes = 9, Series = 10;
    private const int CountMax = 100_000;

    private readonly ICells _table;
    private readonly FormatRead _read;
    private readonly AccountDirectory _accounts;
    private readonly InteractionsCsvOptions _options;
    private readonly CollectReport _report;
    private readonly Instants _instants;
    private readonly char[] _from = new char[Handle.LengthMax];
    private readonly char[] _other = new char[Handle.LengthMax];
    private Interaction _sent;

    public InteractionRows(ICells table, FormatRead read)
    {
        _table = table;
        _read = read;
        (_accounts, _options, _report) = (read.Accounts, read.Options, read.Report);
        _instants = new(_options.TimeZone, _report);
        _report.TimeZone = _options.TimeZone.Id;
        if (!table.Has(From) || !table.Has(To))
            throw table.Refuse($"no column for {(table.Has(From) ? "to" : "from")}; map one of "
                + $"{table.Choices} (--map from=COLUMN,to=COLUMN).");
        if (table.Has(At) == _options.At.HasValue)
            throw table.Refuse(_options.At.HasValue
                ? "the file has a column of times, so that no instant can be given for all rows (--at)."
                : "no column for at; map one (--map at=COLUMN), or give all rows one instant (--at 2010-01-01).");
    }

    /// <summary>Appends the interactions of the current row; counts the row where it gives none.</summary>
    public void Read(List<Interaction> interactions)
    {
        var (at, channel, role) = (_options.At ?? default, _options.Channel, RecipientRole.To);
        var (audience, weight, minutes) = (1, 1, 0);
        if (_table.Has(At) && !_instants.TryRead(_table[At], out at))
            _table.Bad(At, _instants.Expected);
        else if (!TryReadChannel(_table[ChannelKey], ref channel))
            _table.Bad(ChannelKey, "mail, meeting, chat, channel post, call, reaction, mention, social or nomination");
        else if (!TryReadRole(_table[Role], ref role))
            _table.Bad(Role, "to, cc or bcc");
        else if (!TryReadCount(_table[Audience], ref audience) || audience == 0)
            _table.Bad(Audience, $"a whole number 1 … {CountMax}");
        else if (!TryReadCount(_table[Weight], ref weight))
            _table.Bad(Weight, $"a whole number 0 … {CountMax}");
        else if (channel == Channel.Meeting && !TryReadCount(_table[Minutes], ref minutes))
            _table.Bad(Minutes, $"a whole number 0 … {CountMax}");
        else if (minutes > Interaction.MinutesMax)
            _report.Drop("meetings of more than 8 hours");
        else if (!Handle.TryNormalise(_table[From], _from, out var fromLength))
            _table.Bad(From, HandleExpected);
        else if (weight == 0)
            _report.WeighZero();
        else if (!_read.IsTooOld(at))
            ReadRecipients(
                new(0, at, 0, 0, channel, role, audience) { Minutes = minutes },
                _from.AsSpan(0, fromLength), weight, interactions);
    }

    private static string HandleExpected { get; } =
        $"an address or id of 1 … {Handle.LengthMax} characters in UTF-8, no control characters";

    private void ReadRecipients(Interaction row, ReadOnlySpan<char> from, int weight, List<Interaction> interactions)
    {
        var recipients = _table[To];
        foreach (var part in recipients.Split((byte)';'))
            if (!Handle.TryNormalise(recipients[part], _other, out _))
            {
                _table.Bad(To, HandleExpected + ", or several with ; between");
                return;
            }
        row = row with { Source = _accounts.ResolveNormal(from) };
        foreach (var part in recipients.Split((byte)';'))
        {
            _ = Handle.TryNormalise(recipients[part], _other, out var length);
            var to = _other.AsSpan(0, length);
            if (from.SequenceEqual(to))
                _report.DropToOneself(weight);
            else
                Give(row with { Target = _accounts.ResolveNormal(to) }, from, to, weight, interactions);
        }
        if (interactions.Count > 0 && _table.Has(Sender))
            GiveSender(interactions[0], from, interactions);
    }

    /// <summary>Who pressed send for whom the row is from: told once an event, where its rows stand together.</summary>
    private void GiveSender(in Interaction given, ReadOnlySpan<char> from, List<Interaction> interactions)
    {
        if (!Handle.TryNormalise(_table[Sender], _other, out var length)
            || from.SequenceEqual(_other.AsSpan(0, length)))
            return;
        _report.DelegatedRows++;
        var sent = given.SentBy(_accounts.ResolveNormal(_other.AsSpan(0, length)));
        if (sent != _sent)
            interactions.Add(sent);
        _sent = sent;
    }

    private void Give(
        Interaction interaction,
        ReadOnlySpan<char> from,
        ReadOnlySpan<char> to,
        int weight,
        List<Interaction> interactions)
    {
        // Rows that count interactions, or have no instant of their own, cannot tell what belongs together: each is an
        // event by itself.
        var id = EventOf(interaction, from);
        if (_table.Has(Weight) || !_table.Has(At))
            id = id.Add(to);
        for (var nth = 0; nth < weight; nth++)
            interactions.Add(interaction with { EventId = nth == 0 ? id.Value : id.Add(nth).Value });
        _report.Give(interaction.At, weight);
    }

    /// <summary>
    /// A Message-ID names the mail for every source, another id the sender's event; without one, what a person sends at
    /// one instant on one channel is one event. A series is one event a week, so that its first meeting counts.
    /// </summary>
    private EventId EventOf(in Interaction interaction, ReadOnlySpan<char> from)
    {
        var id = new EventId().Add((long)interaction.Channel).Add(from);
        if (interaction.Channel == Channel.Meeting && _table[Series] is { IsEmpty: false } series)
            return id.Add(series).Add(Week.MondayOf(interaction.At).Ticks);
        var message = _table[Message];
        return interaction.Channel == Channel.Mail && message.Contains((byte)'@')
            ? EventId.OfMail(EventId.OfMessageId(message))
            : message.IsEmpty ? id.Add(interaction.At.Ticks) : id.Add(message);
    }

    private static bool TryReadCount(ReadOnlySpan<byte> cell, ref int count) =>
        cell.IsEmpty
        || (Utf8Parser.TryParse(cell, out count, out var read) && read == cell.Length && count is >= 0 and <= CountMax);

    private static bool TryReadRole(ReadOnlySpan<byte> cell, ref RecipientRole role)
    {
        if (cell.IsEmpty)
            return true;
        role = Ascii.EqualsIgnoreCase(cell, "to"u8) ? RecipientRole.To
            : Ascii.EqualsIgnoreCase(cell, "cc"u8) ? RecipientRole.Cc
            : Ascii.EqualsIgnoreCase(cell, "bcc"u8) ? RecipientRole.Bcc
            : default;
        return role != default;
    }

    private static bool TryReadChannel(ReadOnlySpan<byte> cell, ref Channel channel)
    {
        if (cell.IsEmpty)
            return true;
        channel = Ascii.EqualsIgnoreCase(cell, "mail"u8) ? Channel.Mail
            : Ascii.EqualsIgnoreCase(cell, "meeting"u8) ? Channel.Meeting
            : Ascii.EqualsIgnoreCase(cell, "chat"u8) ? Channel.Chat
            : Ascii.EqualsIgnoreCase(cell, "channel post"u8) ? Channel.ChannelPost
            : Ascii.EqualsIgnoreCase(cell, "channelPost"u8) ? Channel.ChannelPost
            : Ascii.EqualsIgnoreCase(cell, "call"u8) ? Channel.Call
            : Ascii.EqualsIgnoreCase(cell, "reaction"u8) ? Channel.Reaction
            : Ascii.EqualsIgnoreCase(cell, "mention"u8) ? Channel.Mention
            : Ascii.EqualsIgnoreCase(cell, "social"u8) ? Channel.Social
            : Ascii.EqualsIgnoreCase(cell, "nomination"u8) ? Channel.Nomination
            : default;
        return channel != default;
    }
}
