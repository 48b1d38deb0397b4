namespace InfluencerMap.Tenant;

/// <summary>A way in which a tenant, or the network before it, answers unlike the documentation's samples.</summary>
public enum Misbehaviour
{
    /// <summary>Pages repeat items of the page before; a delta round begins with items of the last round.</summary>
    Replays,

    /// <summary>Each item stands on its page twice.</summary>
    Duplicates,

    /// <summary>The items of each page come in reverse.</summary>
    OutOfOrder,

    /// <summary>Before each page comes an empty one with a nextLink.</summary>
    EmptyPages,

    /// <summary>Properties and enum members that no schema knows.</summary>
    Unknowns,

    /// <summary>Content fields are answered whatever <c>$select</c> asked for.</summary>
    Talkative,

    /// <summary>The nextLink points to another host, which notes who comes.</summary>
    ForeignNextLink,

    /// <summary>The nextLink points to the page that it stands on.</summary>
    LoopingNextLink,

    /// <summary>400 with the code syncStateNotFound, for requests with a delta or skip token.</summary>
    SyncStateNotFound,

    /// <summary>410 with a Location that starts the round anew, for requests with a delta or skip token.</summary>
    Gone,

    /// <summary>429 with Retry-After in seconds.</summary>
    TooManyRequests,

    /// <summary>429 with Retry-After as an HTTP date.</summary>
    TooManyRequestsUntil,

    /// <summary>503 with Retry-After in seconds.</summary>
    ServiceUnavailable,

    /// <summary>504 without Retry-After.</summary>
    GatewayTimeout,

    /// <summary>500 with an error object.</summary>
    InternalError,

    /// <summary>200 with half of the JSON; the HTTP message itself is whole.</summary>
    TruncatedJson,

    /// <summary>The connection ends in the middle of the body.</summary>
    ConnectionCut,

    /// <summary>200 with a page for people instead of JSON.</summary>
    Html,

    /// <summary>The body comes in small pieces with pauses.</summary>
    SlowBody,

    /// <summary>Half of the body, then nothing until the client gives up.</summary>
    Silence,
}
