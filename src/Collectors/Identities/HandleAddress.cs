using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InfluencerMap.Collectors;

/// <summary>An address without what directories and mail programs put around it.</summary>
/// <remarks>
/// <c>smtp:</c>, <c>sip:</c>, <c>mailto:</c>, a display name, angle brackets, quotes, and a dot at the end mean
/// nothing;
/// a domain beyond ASCII is the same in punycode (RFC 5891), which is kept. What has an @ but is not exactly one
/// address is no handle; neither are the other kinds of addresses of a mail server (<c>X500:</c>) and names of types,
/// which programs write in place of values.
/// </remarks>
internal static partial class HandleAddress
{
    /// <summary>A rule takes away what stood around what the others see.</summary>
    private const int RoundsMax = 4;

    private static readonly string[] Schemes = ["smtp:", "sips:", "sip:", "mailto:"];

    private static readonly string[] OtherAddresses = ["x500:", "x400:", "eum:", "spo:", "notes:", "ccmail:",
        "msmail:"];

    private static readonly IdnMapping Idn = new();

    /// <summary>The handle in normal spelling; null where it is none.</summary>
    /// <param name="lower">Not empty, lower case, without blanks around it.</param>
    public static string? Of(string lower)
    {
        if (OtherAddresses.Any(prefix => lower.StartsWith(prefix,
            StringComparison.Ordinal)) || TypeName().IsMatch(lower))
            return null;
        // Names on networks are not mail addresses: @name, @name@host, https://host/@name.
        if (!lower.Contains('@') || lower[0] == '@' || lower.Contains("://", StringComparison.Ordinal))
            return lower;
        var address = lower;
        for (var round = 0; round < RoundsMax; round++)
            address = Bare(address);
        return OneOf(address);
    }

    private static string Bare(string address)
    {
        foreach (var scheme in Schemes)
            if (address.StartsWith(scheme, StringComparison.Ordinal))
                address = address[scheme.Length..].Split('?')[0];
        // What quotes hold is part of the address, whatever it looks like: "<ada@made.example>"@made.example.
        if (address.Contains('"') && Parts().IsMatch(address.TrimEnd('.')))
            return address.TrimEnd('.');
        if (address.LastIndexOf('<') is >= 0 and var open && address.IndexOf('@', open) > 0)
            address = address[(open + 1)..].Split('>')[0];
        foreach (var quote in (ReadOnlySpan<char>)['"', '\''])
            if (address.Length > 2 && address[0] == quote && address[^1] == quote)
                address = address[1..^1];
        return address.Trim().TrimStart('<', '(', '{').TrimEnd('>', ')', '}', '.', ',', ';').Trim();
    }

    private static string? OneOf(string address)
    {
        if (Parts().Match(address) is not { Success: true } parts)
            return null;
        var (local, domain) = (parts.Groups["local"].Value, parts.Groups["domain"].Value);
        if (parts.Groups["word"] is { Success: true } words)
            local = string.Join('.', words.Captures.Select(word => WithoutNeed().Replace(word.Value, "${plain}")));
        if (!Ascii.IsValid(domain))
            domain = InAscii(domain);
        return local.Length + 1 + domain.Length <= Handle.LengthMax ? $"{local}@{domain}" : null;
    }

    private static string InAscii(string domain)
    {
        try
        {
            return Idn.GetAscii(domain.Normalize().ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    /// <summary>Words with dots between them, of which those in quotes may hold anything (RFC 5322, 4.4).</summary>
    [GeneratedRegex(
        @"^(?<local>[^\s""()<>,;:\\@\[\]]+|(?<word>""(?:[^""\\]|\\.)+""|[^\s""()<>,;:\\@\[\].]+)"
        + @"(?:\.(?<word>""(?:[^""\\]|\\.)+""|[^\s""()<>,;:\\@\[\].]+))*)"
        + @"@(?<domain>\[[0-9a-f.:]+\]|[^\s""'()<>,;:\\@\[\]/]+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();

    /// <summary>Quotes that a word does not need are not part of it.</summary>
    [GeneratedRegex(
        @"^""(?<plain>[^\s""()<>,;:\\@\[\]]+)""$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithoutNeed();

    /// <summary>As PowerShell and JavaScript write a list that they do not write out.</summary>
    [GeneratedRegex(@"^(?:[a-z_][\w.`]*\[\]|\[object \w+\]|system\.[\w.]+`\d\[.*\])$", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();
}
