using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>What cells of tables call channels, roles and directions, in English and Italian.</summary>
internal static class CellWords
{
    private static readonly (string Word, Channel Channel)[] Channels =
    [
        ("mail", Channel.Mail), ("meeting", Channel.Meeting), ("chat", Channel.Chat),
        ("channel post", Channel.ChannelPost), ("channelPost", Channel.ChannelPost), ("call", Channel.Call),
        ("reaction", Channel.Reaction), ("mention", Channel.Mention), ("social", Channel.Social),
        ("nomination", Channel.Nomination),
        ("email", Channel.Mail), ("e-mail", Channel.Mail), ("posta", Channel.Mail), ("posta elettronica", Channel.Mail),
        ("riunione", Channel.Meeting), ("incontro", Channel.Meeting), ("appuntamento", Channel.Meeting),
        ("messaggio", Channel.Chat), ("chiamata", Channel.Call), ("telefonata", Channel.Call),
        ("telefono", Channel.Call),
        ("phone", Channel.Call), ("reazione", Channel.Reaction), ("menzione", Channel.Mention),
        ("nomina", Channel.Nomination),
    ];

    private static readonly (string Word, RecipientRole Role)[] Roles =
    [
        ("to", RecipientRole.To), ("cc", RecipientRole.Cc), ("bcc", RecipientRole.Bcc), ("a", RecipientRole.To),
        ("copia", RecipientRole.Cc), ("ccn", RecipientRole.Bcc), ("copia nascosta", RecipientRole.Bcc),
    ];

    /// <summary>Leaves the channel as it is where the cell is empty.</summary>
    public static bool TryReadChannel(ReadOnlySpan<byte> cell, ref Channel channel) =>
        TryRead(cell, Channels, ref channel);

    /// <summary>Leaves the role as it is where the cell is empty.</summary>
    public static bool TryReadRole(ReadOnlySpan<byte> cell, ref RecipientRole role) => TryRead(cell, Roles, ref role);

    /// <summary>As Gephi writes it in a column <c>Type</c>.</summary>
    public static bool IsUndirected(ReadOnlySpan<byte> cell) =>
        Ascii.EqualsIgnoreCase(cell, "undirected"u8) || Ascii.EqualsIgnoreCase(cell, "mutual"u8)
        || Ascii.EqualsIgnoreCase(cell, "non orientato"u8);

    private static bool TryRead<T>(ReadOnlySpan<byte> cell, (string Word, T Meaning)[] words, ref T meaning)
    {
        if (cell.IsEmpty)
            return true;
        foreach (var (word, named) in words)
            if (Ascii.EqualsIgnoreCase(cell, word))
            {
                meaning = named;
                return true;
            }
        return false;
    }
}
