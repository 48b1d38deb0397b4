namespace InfluencerMap.Tenant;

/// <summary>One request as the tenant saw it.</summary>
/// <param name="Host">Name and port that the client called.</param>
/// <param name="Path">Path without the parentheses of functions.</param>
/// <param name="Query">Query, unescaped.</param>
/// <param name="Prefer">All Prefer headers.</param>
/// <param name="HasToken">Whether it brought an Authorization header.</param>
public sealed record AskedRequest(string Host, string Path, string Query, string Prefer, bool HasToken)
{
    /// <summary>Status that was answered; 0 while the answer is on its way.</summary>
    public int Status { get; internal set; }

    /// <summary>Value of a query option such as <c>$select</c>, or null.</summary>
    public string? Option(string name) => Query.TrimStart('?').Split('&')
        .Where(part => part.StartsWith($"{name}=", StringComparison.Ordinal)).Select(part => part[(name.Length + 1)..])
        .FirstOrDefault();
}
