using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>
/// Who wrote a mail: the first address of From, else of Sender. A list that sends mail on in its own name, as most do
/// since DMARC, is never its author: that is who its other fields say.
/// </summary>
internal sealed class MailAuthor
{
    /// <summary>
    /// Further addresses that may be the author's are not checked, each against all fields of the list.
    /// </summary>
    private const int CandidatesMax = 16;

    private readonly byte[] _from = new byte[MailAddresses.LengthMax];
    private readonly byte[] _candidate = new byte[MailAddresses.LengthMax];
    private readonly byte[] _other = new byte[MailAddresses.LengthMax];

    /// <summary>Whether the last mail is of a list and does not say whose it is.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>The address, valid until the next mail; empty where there is none that can be read.</summary>
    /// <param name="fields">Of the mail's header.</param>
    /// <param name="header">The bytes of these.</param>
    /// <param name="isOfList">Whether a list sent it on.</param>
    public ReadOnlySpan<byte> Find(MailHeader fields, ReadOnlySpan<byte> header, out bool isOfList)
    {
        IsHidden = false;
        isOfList = MailRules.IsFromList(fields, header);
        var value = fields.First(MailField.From, header);
        var from = First(value, _from);
        var isVia = fields.Has(MailField.OriginalFrom)
            || value.IndexOf(" via "u8) >= 0 || value.IndexOf("_via_"u8) >= 0;
        if (from.IsEmpty)
            return isOfList ? [] : First(fields.First(MailField.Sender, header), _from);
        if ((!isOfList && !isVia) || !IsOfList(from, fields, header, isVia))
            return from;
        isOfList = true;
        var author = Original(from, fields, header);
        IsHidden = author.IsEmpty;
        return author;
    }

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> value, Span<byte> buffer)
    {
        var addresses = new MailAddresses(value, buffer);
        while (addresses.Next(out var address))
            if (!address.IsEmpty)
                return address;
        return [];
    }

    /// <summary>Whether an address is the list's, or made by the list for somebody.</summary>
    private bool IsOfList(ReadOnlySpan<byte> address, MailHeader fields, ReadOnlySpan<byte> header, bool isVia)
    {
        if (EncodedAt(address) > 0 || address.IndexOf("-dmarc-request@"u8) > 0)
            return true;
        foreach (var (field, range) in fields.Fields)
            if (field switch
            {
                MailField.ListAddress => Holds(header[range], address),
                MailField.ListId => IsIdOf(header[range], address),
                MailField.Sender or MailField.ReturnPath => IsBounceOf(header[range], address),
                MailField.To or MailField.Cc => isVia && Holds(header[range], address),
                _ => false,
            })
                return true;
        return false;
    }

    /// <summary>The first other address of the fields in which lists keep the author.</summary>
    private ReadOnlySpan<byte> Original(ReadOnlySpan<byte> from, MailHeader fields, ReadOnlySpan<byte> header)
    {
        var count = 0;
        foreach (var wanted in (ReadOnlySpan<MailField>)[MailField.OriginalFrom, MailField.ReplyTo])
            foreach (var (field, range) in fields.Fields)
            {
                if (field != wanted)
                    continue;
                var addresses = new MailAddresses(header[range], _candidate);
                while (count++ < CandidatesMax && addresses.Next(out var address))
                    if (wanted == MailField.OriginalFrom && Ascii.EqualsIgnoreCase(address, from))
                        return from;
                    else if (!address.IsEmpty && !IsOfList(address, fields, header, isVia: wanted == MailField.ReplyTo))
                        return address;
            }
        return Decoded(from);
    }

    /// <summary>The author in an address that the list made of theirs, such as <c>ada=40made.example@…</c>.</summary>
    private ReadOnlySpan<byte> Decoded(ReadOnlySpan<byte> from)
    {
        var at = EncodedAt(from);
        if (at <= 0)
            return [];
        var end = from.LastIndexOf((byte)'@');
        var domain = from[(at + 1)..end];
        domain = domain.StartsWith("40"u8) ? domain[2..] : domain;
        from[..at].CopyTo(_candidate);
        _candidate[at] = (byte)'@';
        domain.CopyTo(_candidate.AsSpan(at + 1));
        return _candidate.AsSpan(0, at + 1 + domain.Length);
    }

    /// <summary>Where another address's @ stands in a local part, as <c>=</c> or <c>=40</c>; −1 for none.</summary>
    private static int EncodedAt(ReadOnlySpan<byte> address)
    {
        var local = address[..address.LastIndexOf((byte)'@')];
        var mark = local.LastIndexOf((byte)'=');
        return mark > 0 && local[..mark].IndexOf((byte)'=') < 0 && local[mark..].IndexOf((byte)'.') > 1 ? mark : -1;
    }

    private bool Holds(ReadOnlySpan<byte> value, ReadOnlySpan<byte> address)
    {
        var addresses = new MailAddresses(value, _other);
        while (addresses.Next(out var found))
            if (Ascii.EqualsIgnoreCase(found, address))
                return true;
        return false;
    }

    /// <summary><c>Talk &lt;talk.made.example&gt;</c> is the id of talk@made.example.</summary>
    private static bool IsIdOf(ReadOnlySpan<byte> value, ReadOnlySpan<byte> address)
    {
        var id = value[(value.LastIndexOf((byte)'<') + 1)..].TrimStart(" \t"u8);
        var at = address.LastIndexOf((byte)'@');
        return id.Length >= address.Length && Ascii.EqualsIgnoreCase(id[..at], address[..at]) && id[at] == '.'
            && Ascii.EqualsIgnoreCase(id[(at + 1)..address.Length], address[(at + 1)..])
            && id[address.Length..] is [] or [(byte)'>' or (byte)'\r' or (byte)'\n' or (byte)' ', ..];
    }

    /// <summary><c>talk-bounces@made.example</c> takes back what talk@made.example sent.</summary>
    private bool IsBounceOf(ReadOnlySpan<byte> value, ReadOnlySpan<byte> address)
    {
        var sender = First(value, _other);
        var at = address.LastIndexOf((byte)'@');
        return sender.Length > address.Length && Ascii.EqualsIgnoreCase(sender[..at], address[..at])
            && sender[at..].StartsWith("-bounces"u8)
            && Ascii.EqualsIgnoreCase(sender[sender.LastIndexOf((byte)'@')..], address[at..]);
    }
}
