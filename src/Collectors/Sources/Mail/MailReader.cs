using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Turns the header of a mail into interactions: from its author to each recipient.</summary>
/// <remarks>
/// Mail that a list sent on, or that names no recipient, does not say who was written to; where it answers a mail
/// of the same files it is a post from its author to the author answered (<see cref="ListReplies"/>).
/// </remarks>
internal sealed class MailReader(FormatRead read)
{
    /// <summary>A Date later than the first server's by more is a wrong clock, …</summary>
    private static readonly TimeSpan FutureMax = TimeSpan.FromDays(1);

    /// <summary>… and so is an earlier one; less may be a mail that waited in a laptop.</summary>
    private static readonly TimeSpan PastMax = TimeSpan.FromDays(30);

    private readonly byte[] _address = new byte[MailAddresses.LengthMax];
    private readonly byte[] _messageId = new byte[MailAddresses.LengthMax];
    private readonly List<Interaction<AccountId>> _given = [];
    private readonly HashSet<AccountId> _targets = [];
    private readonly ListReplies _replies = new();
    private readonly MailAuthor _author = new();

    /// <summary>The interactions of the current mail; valid until the next.</summary>
    public IReadOnlyList<Interaction<AccountId>> Read(MailStream mails)
    {
        read.Report.Found();
        _given.Clear();
        var reason = Take(mails);
        if (reason is Outcome.LongHeader or Outcome.NoSender or Outcome.NoDate)
            read.Report.DropUnreadable(reason.Value);
        else if (reason is { } rule)
            read.Report.Drop(rule);
        return _given;
    }

    /// <summary>Takes what the current mail gives; says why where it gives nothing.</summary>
    private Outcome? Take(MailStream mails)
    {
        var (fields, keepsAutomatic) = (mails.Header, read.Options.KeepAutomaticMail);
        var header = mails.Bytes;
        if (mails.IsTooLong)
            return Outcome.LongHeader;
        if (MailState.Reason(fields, header) is { } state)
            return state;
        if (!keepsAutomatic && MailRules.Reason(fields, header) is { } rule)
            return rule;
        var author = _author.Find(fields, header, out var isOfList);
        if (author.IsEmpty)
            return _author.IsHidden ? Outcome.HiddenAuthor : Outcome.NoSender;
        if (!keepsAutomatic && MailRules.IsNoReply(author))
            return Outcome.AutomaticMail;
        if (!TryReadInstant(fields, header, mails.Separator, out var at))
            return Outcome.NoDate;
        var source = read.Accounts.ResolveOrNobody(author);
        if (source.IsNone)
            return Outcome.NoSender;
        var id = MessageIds.First(fields.First(MailField.MessageId, header), _messageId);
        var mail = new Interaction<AccountId>(
            EventId.OfMail(id, author, at), at, source, default, Channel.Mail, RecipientRole.To, 1);
        if (!HasRecipients(fields) || (isOfList && !keepsAutomatic))
        {
            var number = EventId.OfMessageId(id);
            _replies.Add(number, MessageIds.Answered(fields, header, _messageId), mail, read.Report.Later());
            return null;
        }
        AddRecipients(fields, header, mail);
        if (!isOfList)
            AddSender(fields, header, mail);
        return null;
    }

    /// <summary>Sets the current mail aside, whatever its header says.</summary>
    public void SetAside()
    {
        read.Report.Found();
        read.Report.Drop(Outcome.SetAside);
    }

    /// <summary>Answers to posts of lists, once all mails have been seen.</summary>
    public IEnumerable<Interaction<AccountId>> ReadReplies() => _replies.Resolve(read);

    /// <summary>Who pressed send, where the mail is from somebody else.</summary>
    private void AddSender(MailHeader fields, ReadOnlySpan<byte> header, Interaction<AccountId> mail)
    {
        var senders = new MailAddresses(fields.First(MailField.Sender, header), _address);
        if (_given.Count == 0 || !fields.Has(MailField.From) || !senders.Next(out var address) || address.IsEmpty
            || read.Accounts.ResolveOrNobody(address) is not { IsNone: false } sender
            || sender == mail.Source)
            return;
        read.Report.DelegatedRows++;
        _given.Add(mail.SentBy(sender));
    }

    private bool TryReadInstant(
        MailHeader fields, ReadOnlySpan<byte> header, ReadOnlySpan<byte> separator, out DateTime at)
    {
        var date = MailDates.Read(fields.First(MailField.Date, header), out at, out var hasZone);
        var isReceived = TryReadReceived(fields, header, out var first);
        if (date == MailDate.Read && (!isReceived || (at - first <= FutureMax && first - at <= PastMax)))
        {
            read.Report.TimesWithoutOffset += hasZone ? 0 : 1;
            return true;
        }
        at = first;
        // Programs make the separator's time of the date: of figures that cannot be they make others that mean nothing.
        if (!isReceived && (date == MailDate.Impossible || !MboxLine.TryReadTime(separator, out at)))
            return false;
        read.Report.ClocksCorrected++;
        return true;
    }

    /// <summary>The time of the first server on its route whose time can be read.</summary>
    private static bool TryReadReceived(MailHeader fields, ReadOnlySpan<byte> header, out DateTime at)
    {
        at = default;
        if (!fields.Has(MailField.Received))
            return false;
        for (var i = fields.Fields.Length - 1; i >= 0; i--)
        {
            var (field, range) = fields.Fields[i];
            var received = header[range];
            if (field == MailField.Received
                && MailDates.TryRead(received[(received.LastIndexOf((byte)';') + 1)..], out at, out _))
                return true;
        }
        return false;
    }

    private static bool HasRecipients(MailHeader fields) =>
        fields.Has(MailField.To) || fields.Has(MailField.Cc) || fields.Has(MailField.Bcc);

    /// <summary>To before Cc before Bcc: who stands in several counts once, in the first of these.</summary>
    private void AddRecipients(MailHeader fields, ReadOnlySpan<byte> header, Interaction<AccountId> mail)
    {
        _targets.Clear();
        AddRecipients(fields, MailField.To, RecipientRole.To, header, mail);
        AddRecipients(fields, MailField.Cc, RecipientRole.Cc, header, mail);
        AddRecipients(fields, MailField.Bcc, RecipientRole.Bcc, header, mail);
        var audience = Math.Max(1, _targets.Count);
        for (var i = 0; i < _given.Count; i++)
            _given[i] = _given[i] with { AudienceSize = audience };
    }

    private void AddRecipients(
        MailHeader fields, MailField wanted, RecipientRole role, ReadOnlySpan<byte> header, Interaction<AccountId> mail)
    {
        foreach (var (field, range) in fields.Fields)
        {
            if (field != wanted)
                continue;
            var addresses = new MailAddresses(header[range], _address);
            while (addresses.Next(out var address))
            {
                var target = address.IsEmpty ? AccountId.None : read.Accounts.ResolveOrNobody(address);
                if (target == AccountId.None)
                    read.Report.DropUnreadable(Outcome.NoRecipient);
                else if (_targets.Add(target) && mail with { Target = target, Role = role } is var given
                    && read.Gives(given))
                    _given.Add(given);
            }
        }
    }
}
