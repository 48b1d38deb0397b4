namespace InfluencerMap.Storage;

/// <summary>A domain of the company, and when; null ends are open.</summary>
internal sealed record DomainRow(string Domain, long? FromMs, long? ToMs);

/// <summary>
/// The cautious rules: which address another one surely stands for. <c>ada+news@x</c> is delivered to <c>ada@x</c>, and
/// <c>ada@mail.x</c> is <c>ada@x</c> where x is declared to be the company's. Case is gone already. Never a name.
/// </summary>
internal static class AddressBases
{
    /// <returns>Possible bases, the nearest first, each with the time in which the rule holds.</returns>
    public static IEnumerable<(string Handle, long FromMs, long ToMs)> Of(
        string handle, IReadOnlyList<DomainRow> declared)
    {
        var at = handle.LastIndexOf('@');
        if (at < 1)
            yield break;
        var (local, domain) = (handle[..at], handle[(at + 1)..]);
        var untagged = Untagged(local);
        if (untagged != local)
            yield return (untagged + "@" + domain, long.MinValue, long.MaxValue);
        foreach (var parent in declared)
        {
            if (!domain.EndsWith("." + parent.Domain, StringComparison.Ordinal))
                continue;
            var (from, to) = (parent.FromMs ?? long.MinValue, parent.ToMs ?? long.MaxValue);
            yield return (local + "@" + parent.Domain, from, to);
            if (untagged != local)
                yield return (untagged + "@" + parent.Domain, from, to);
        }
    }

    /// <summary>A plus at the very beginning makes no tag.</summary>
    private static string Untagged(string local) => local.IndexOf('+') is > 0 and var plus ? local[..plus] : local;
}
