using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>What to take where an interactions file does not say.</summary>
public sealed record InteractionsCsvOptions
{
    public static InteractionsCsvOptions Default { get; } = new();

    /// <summary>Channel of rows that state none.</summary>
    /// <value>Default mail.</value>
    public Channel Channel { get; init; } = Channel.Mail;

    /// <summary>Instant of all rows, UTC, for a file without a column of times.</summary>
    public DateTime? At
    {
        get;
        init => field = value is null or { Kind: DateTimeKind.Utc } ? value
            : throw new ArgumentException("The instant of all rows is given in UTC.");
    }

    /// <summary>
    /// Whether ids of people named are looked for inside texts, in formats that have them nowhere else.
    /// </summary>
    /// <value>Default false: texts are not checked.</value>
    public bool Mentions { get; init; }

    /// <summary>
    /// Id of the person whose own archive it is, and who agreed that it is taken in; null where it is nobody's.
    /// </summary>
    public string? Owner { get; init; }

    /// <summary>
    /// Whether an archive of a social network is of the organisation's own account: such needs nobody's consent.
    /// </summary>
    /// <value>Default false: without an <see cref="Owner"/> it is refused.</value>
    public bool CompanyAccount { get; init; }

    /// <summary>Whether mail that no person wrote is kept: answers, reports, bulk, what lists sent on.</summary>
    /// <value>Default false: dropped and counted.</value>
    public bool KeepAutomaticMail { get; init; }

    /// <summary>First instant to take in, UTC; what is older is counted and left out. Null takes in all.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Whether a file is taken in of which more than half of the rows cannot be read.</summary>
    /// <value>Default false: it is refused.</value>
    public bool AllowPartial { get; init; }

    /// <summary>
    /// Whether ties have no direction, as in surveys of contacts: each row then counts in both directions.
    /// </summary>
    /// <value>Default false. Meetings and calls count in both directions without it.</value>
    public bool Undirected { get; init; }

    /// <summary>
    /// Length in seconds of the contacts that rows report: those of two people on one day (UTC) become one meeting,
    /// minutes rounded up.
    /// </summary>
    /// <value>Default null: each row is an event.</value>
    public int? SliceSeconds
    {
        get;
        init => field = value is null or (> 0 and <= 86_400) ? value
            : throw new InputException($"{value} seconds is not the length of a contact; use 1 to 86,400.");
    }

    /// <summary>Whether the first row of an edge list states its size and is not an edge.</summary>
    /// <value>Default false: no such row is guessed.</value>
    public bool SizeLine { get; init; }

    /// <summary>Zone of times that state no offset.</summary>
    /// <value>Default UTC.</value>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The zone of an IANA id such as <c>Europe/Berlin</c>.</summary>
    /// <exception cref="InputException">This machine knows no such zone.</exception>
    public static TimeZoneInfo ZoneOf(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
        ? zone
        : throw new InputException(
            $"This machine knows no time zone '{id}'; expected an IANA id such as Europe/Berlin.");
}
