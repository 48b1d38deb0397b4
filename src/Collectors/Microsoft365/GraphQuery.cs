using Microsoft.Kiota.Abstractions;

namespace InfluencerMap.Collectors;

/// <summary>What to ask, and how hard.</summary>
public sealed record GraphQuery
{
    /// <summary>An address of Graph, or a stored cursor.</summary>
    public required string Link { get; init; }

    /// <summary>Sent with every page, not only the first.</summary>
    public IReadOnlyList<string> Prefer { get; init; } = [];

    /// <summary>Object id of the mailbox asked, for its own limits; null where none is.</summary>
    public string? Mailbox { get; init; }

    /// <summary>A budget of the service in addition to the tenant's.</summary>
    public RequestBudget? Budget { get; init; }

    /// <summary>Times that one page is asked for before giving up.</summary>
    /// <value>Default that of <see cref="ThrottleOptions"/>.</value>
    public int? AttemptsMax { get; init; }

    /// <summary>Pages after which a round is taken for endless.</summary>
    /// <value>Default 100,000.</value>
    public int PagesMax { get; init; } = 100_000;

    /// <summary>A request of Microsoft's typed builders.</summary>
    public static GraphQuery Of(RequestInformation request) => new()
    {
        // The builders write functions with parentheses; the documentation and its contract name them without.
        Link = request.URI.AbsoluteUri.Replace("()", "", StringComparison.Ordinal),
        Prefer = request.Headers.TryGetValue("Prefer", out var prefer) ? [.. prefer] : [],
    };
}

/// <summary>One page, read whole.</summary>
/// <param name="Items">What the reader took of the page's elements, in order.</param>
/// <param name="ItemCount">Elements on the page, those left out among them.</param>
/// <param name="Next">Where the round goes on, without host; null on the last page.</param>
/// <param name="Delta">Where the next round begins, without host; on a delta round's last page.</param>
public sealed record GraphPage<T>(IReadOnlyList<T> Items, int ItemCount, string? Next, string? Delta)
{
    /// <summary>The cursor once this page is stored; null at the end of what is not a delta.</summary>
    public string? Cursor => Next ?? Delta;
}
