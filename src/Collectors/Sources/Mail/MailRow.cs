using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Mail as logs and traces report it: an envelope's sender and recipients, no header.</summary>
internal static class MailRow
{
    /// <summary>The event of a mail, or the count of why it is none from a person.</summary>
    public static Interaction<AccountId>? Begin(
        FormatRead read, ReadOnlySpan<byte> from, ReadOnlySpan<byte> messageId, DateTime at)
    {
        if (!read.Options.KeepAutomaticMail && MailRules.IsNoReply(from))
            read.Report.Drop(Outcome.AutomaticMail);
        else if (from.SequenceEqual("<>"u8) || read.Accounts.ResolveOrNobody(from) is not { IsNone: false } source)
            read.Report.Drop(Outcome.Bounce);
        else
            return new(
                EventId.OfMail(messageId, from, at), at, source, default, Channel.Mail, RecipientRole.To, 1);
        return null;
    }

    /// <summary>Gives the mail towards one of its recipients, where that is somebody else.</summary>
    public static void Give(
        ItemInteractions given, Interaction<AccountId> mail, ReadOnlySpan<byte> to, RecipientRole role, FormatRead read)
    {
        mail = mail with { Target = read.Accounts.ResolveOrNobody(to), Role = role };
        if (!mail.Target.IsNone)
            given.Give(mail);
        else
            read.Report.DropUnreadable(Outcome.NoRecipient);
    }
}
