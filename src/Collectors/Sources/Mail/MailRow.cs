using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors.Sources;

/// <summary>Mail as logs and traces tell it: an envelope's sender and recipients, no header.</summary>
internal static class MailRow
{
    /// <summary>The event of a mail, or the count of why it is none from a person.</summary>
    public static Interaction? Begin(
        FormatRead read, ReadOnlySpan<byte> from, ReadOnlySpan<byte> messageId, DateTime at)
    {
        if (!read.Options.KeepAutomaticMail && MailRules.IsNoReply(from))
            read.Report.Drop(MailRules.Automatic);
        else if (from.SequenceEqual("<>"u8) || read.Accounts.ResolveOrNobody(from) is not (not 0 and var source))
            read.Report.Drop("mail from no address, such as bounces");
        else
            return new(
                EventId.OfMail(messageId, from, at), at, source, 0, Channel.Mail, RecipientRole.To, 1);
        return null;
    }

    /// <summary>The mail towards one of its recipients, where that is somebody else.</summary>
    public static Interaction? To(FormatRead read, Interaction mail, ReadOnlySpan<byte> to, RecipientRole role)
    {
        mail = mail with { Target = read.Accounts.ResolveOrNobody(to), Role = role };
        if (mail.Target != Interaction.Nobody)
            return read.Gives(mail) ? mail : null;
        read.Report.DropUnreadable("recipients without an address that can be read");
        return null;
    }
}
