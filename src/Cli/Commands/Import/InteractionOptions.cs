using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What to take where files of interactions do not say.</summary>
internal sealed class InteractionOptions
{
    private readonly Option<Channel> _channel = SharedOptions.OneOf(
        "--channel", "Channel of rows that state none.", InteractionsCsvOptions.Default.Channel);

    private readonly Option<string> _timeZone = Options.Of<string>(
        "--time-zone", "zone", "IANA id of the zone of times that state no offset, such as Europe/Rome.", "UTC");

    private readonly Option<DateTime?> _at = Instant("--at", "Instant of all rows, UTC, for a file without times.");

    private readonly Option<bool> _mentions = Options.Flag(
        "--mentions", "Also looks for the ids of people named inside texts, where a format has them nowhere else.");

    private readonly Option<string?> _owner = Options.Of<string?>(
        "--owner", "PERSON", "Whose own archive it is. Consent to take in outside contacts must be on record: see "
            + "consent.");

    private readonly Option<bool> _companyAccount = Options.Flag(
        "--company-account", "The archive is of the company's own account on a social network, not of a person's.");

    private readonly Option<bool> _keepAutomatic = Options.Flag(
        "--keep-automatic", "Keeps mail that no person wrote: answers, reports, bulk, no-reply, and what lists sent "
            + "on.");

    private readonly Option<DateTime?> _since = Instant(
        "--since", "First instant to take in, UTC; older rows are counted and left out.");

    private readonly Option<bool> _undirected = Options.Flag(
        "--undirected", "Ties have no direction, as in surveys of contacts: each row counts in both directions.");

    private readonly Option<int?> _sliceSeconds = Options.Of<int?>(
        "--slice-seconds", "n", "Rows are contacts of so many seconds: those of two people on one day become one "
            + "meeting.");

    private readonly Option<bool> _sizeLine = Options.Flag(
        "--size-line", "The first row of an edge list states its size and is not an edge.");

    private readonly Option<bool> _allowPartial = Options.Flag(
        "--allow-partial", "Takes in what can be read, where more than half of the rows cannot.");

    public IEnumerable<Option> All =>
    [
        _channel, _timeZone, _at, _since, _undirected, _sliceSeconds, _sizeLine, _mentions, _owner, _companyAccount,
        _keepAutomatic, _allowPartial,
    ];

    /// <summary>Options that must not be combined.</summary>
    public void Check(CommandResult parsed)
    {
        if (parsed.GetResult(_owner) is not null && parsed.GetValue(_companyAccount))
            parsed.AddError("--owner and --company-account exclude each other: say whose the archive is.");
    }

    public async Task<InteractionsCsvOptions> ReadAsync(
        ParseResult parsed, Store store, CancellationToken cancellation) => new()
    {
        Owner = parsed.GetValue(_owner) is { } owner ? await AgreedAsync(owner, store, cancellation) : null,
        CompanyAccount = parsed.GetValue(_companyAccount),
        Channel = parsed.GetValue(_channel),
        TimeZone = InteractionsCsvOptions.ZoneOf(parsed.GetRequiredValue(_timeZone)),
        At = parsed.GetValue(_at),
        Since = parsed.GetValue(_since),
        Undirected = parsed.GetValue(_undirected),
        SliceSeconds = parsed.GetValue(_sliceSeconds),
        SizeLine = parsed.GetValue(_sizeLine),
        AllowPartial = parsed.GetValue(_allowPartial),
        Mentions = parsed.GetValue(_mentions),
        KeepAutomaticMail = parsed.GetValue(_keepAutomatic),
    };

    /// <summary>The person's id, where they agreed.</summary>
    private static async Task<string> AgreedAsync(string owner, Store store, CancellationToken cancellation)
    {
        var id = await store.People.FindAsync(owner, cancellation)
            ?? throw new FailedException("--owner: nobody in the directory has this id or key. Look it up with rank.");
        if (!(await store.Consents.ReadAsync(cancellation))[id].ExternalContacts)
            throw new FailedException(
                "--owner: this person's consent to take in outside contacts is not on record; nothing was stored. "
                + "Record it: influencermap consent PERSON --external-contacts on");
        return (await store.People.NamesAsync(cancellation))[id].SourceId;
    }

    private static Option<DateTime?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-MM-dd",
        CustomParser = Instant,
    };

    private static DateTime? Instant(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant))
            return instant;
        var option = ((OptionResult)result.Parent!).IdentifierToken?.Value;
        result.AddError($"{option} '{text}' is not a date or instant, such as 2026-01-31 or 2026-01-31T12:00:00Z.");
        return null;
    }
}
