using System.Globalization;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Turns what a round said of users into directory entries, and joins them with the people known.</summary>
/// <param name="gone">Object ids of the accounts that end with this round.</param>
internal sealed class DirectoryRound(
    CollectRequest request, DirectoryOptions options, byte[] customerKey, IReadOnlySet<string> gone)
{
    /// <summary>Cursors of this prefix say since when an account is gone; a return takes it back.</summary>
    private const string Gone = "gone/";

    private const int LevelMax = 99;
    private const int TextLengthMax = 200;

    private readonly DateOnly _today = DateOnly.FromDateTime(request.Until);
    private readonly List<DirectoryEntry> _entries = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private int _withoutId;
    private int _sharedAddresses;

    public Dictionary<string, string?> Cursors { get; } = [];

    public IReadOnlyList<DirectoryEntry> Entries => _entries;

    public IEnumerable<string> Notes()
    {
        if (_withoutId > 0)
            yield return $"{_withoutId} accounts share their id with another or have none: left out.";
        if (_sharedAddresses > 0)
            yield return $"{_sharedAddresses} addresses belong to somebody else already: left with their first owner.";
    }

    /// <summary>
    /// The person whom the store knows by one of the user's ids; by an address only who has no account yet and is still
    /// here, or leaves with this account: an address given on to a new account is another person's.
    /// </summary>
    public KnownPerson? KnownAs(DirectoryUser user) =>
        Find(user.ObjectId) ?? Find(user.EmployeeId)
        ?? ((string?[])[user.Principal, user.Mail]).Select(Find).FirstOrDefault(known => known is not null
            && !request.People.ObjectIdsOf(known).Any() && !(HasLeft(known) && user.Enabled == true));

    /// <summary>One user; those who stay before those who go, whose addresses they may have got.</summary>
    public void Add(DirectoryUser user, AccountKind kind)
    {
        if (user.IsGuest)
            return;
        var known = KnownAs(user);
        if (user.Removal is not null)
        {
            AddLeaver(user.ObjectId!, known);
            return;
        }
        if (IdOf(user, known) is not var (sourceId, spelling))
        {
            _withoutId++;
            return;
        }
        var isPerson = kind == AccountKind.Person;
        _entries.Add(EntryOf(sourceId, spelling) with
        {
            Kind = kind,
            Name = Short(user.Name),
            Handles = Handles(user, sourceId, known),
            ManagerSourceId = !isPerson ? null : user.Manager is "" ? sourceId : user.Manager,
            Department = Attribute(user, options.Department),
            Site = Attribute(user, options.Site),
            JobFamily = Attribute(user, options.JobFamily),
            Level = int.TryParse(Attribute(user, options.Level), out var level) && level is >= 1 and <= LevelMax
                ? level
                : null,
            Start = user.Hired is { Year: > 1 } hired ? DateOnly.FromDateTime(hired) : null,
            Leave = isPerson ? LeaveOf(user, known) : null,
            AbsentFrom = Day(Attribute(user, options.AbsentFrom)),
            AbsentTo = Day(Attribute(user, options.AbsentTo)),
        });
    }

    /// <summary>Somebody whom a complete round no longer names.</summary>
    public void AddLeaver(string objectId, KnownPerson? known)
    {
        if (known is not null && MarkGone(objectId, known) is { } leave && _told.Add(known.SourceId))
            _entries.Add(EntryOf(known.SourceId, known.Spelling) with { Leave = leave });
    }

    private DirectoryEntry EntryOf(string sourceId, string spelling) =>
        new() { SourceId = sourceId, Spelling = spelling, Key = PersonKey.Derive(customerKey, sourceId) };

    private (string SourceId, string Spelling)? IdOf(DirectoryUser user, KnownPerson? known)
    {
        if (known is not null)
            return _told.Add(known.SourceId) && (_taken.Add(known.SourceId) || Leaves(known))
                ? (known.SourceId, known.Spelling)
                : null;
        string?[] candidates = options.PersonId == "employeeId" ? [user.EmployeeId, user.Principal] : [user.Principal];
        foreach (var spelling in candidates)
            if (Handle.Normalise(spelling) is { } id)
            {
                // A leaver's name that was given on stays the leaver's id.
                var isGivenOn = Find(id)?.SourceId == id;
                var (own, shown) = isGivenOn ? (user.ObjectId!, user.ObjectId!) : (id, spelling!.Trim());
                if (_taken.Add(own))
                    return (own, shown);
            }
        return null;
    }

    private List<string> Handles(DirectoryUser user, string sourceId, KnownPerson? known)
    {
        var handles = new List<string>();
        foreach (var spelling in (IEnumerable<string?>)
            [user.ObjectId, user.Principal, user.Mail, user.EmployeeId, .. DirectoryUser.AddressesAmong(user.Proxies)])
        {
            if (Handle.Normalise(spelling) is not { } handle || handle == sourceId || handles.Contains(handle))
                continue;
            var isOthers = Find(handle) is { } owner && owner.SourceId != known?.SourceId
                && !HasLeft(owner) && !Leaves(owner);
            if (isOthers || !_taken.Add(handle))
                _sharedAddresses++;
            else
                handles.Add(handle);
        }
        return handles;
    }

    private DateOnly? LeaveOf(DirectoryUser user, KnownPerson? known)
    {
        if (user.Leaves is { Year: > 1 } leaves)
            return DateOnly.FromDateTime(leaves);
        if (user.Enabled == false)
            return MarkGone(user.ObjectId!, known);
        if (user.Enabled != true)
            return null;
        if (request.Cursors.ContainsKey(Gone + user.ObjectId))
        {
            Cursors[Gone + user.ObjectId] = null;
            return DateOnly.MaxValue;
        }
        // Back by a new account.
        return known is not null && HasLeft(known) && request.People.ObjectIdsOf(known).Any(WasGone)
            ? DateOnly.MaxValue
            : null;
    }

    /// <summary>
    /// Today, where neither an earlier night nor another source has noticed the leaving, and no other account is left.
    /// </summary>
    private DateOnly? MarkGone(string objectId, KnownPerson? known)
    {
        if (known is not null && HasLeft(known) || WasGone(objectId))
            return null;
        Cursors[Gone + objectId] = _today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return known is null || request.People.ObjectIdsOf(known).All(IsGone) ? _today : null;
    }

    /// <summary>Whether all accounts of the person have ended.</summary>
    private bool Leaves(KnownPerson person) =>
        request.People.ObjectIdsOf(person).Any() && request.People.ObjectIdsOf(person).All(IsGone);

    private bool IsGone(string objectId) => gone.Contains(objectId) || WasGone(objectId);

    private bool WasGone(string objectId) => request.Cursors.ContainsKey(Gone + objectId);

    private bool HasLeft(KnownPerson person) => person.Leave <= _today;

    private KnownPerson? Find(string? handle) =>
        Handle.Normalise(handle) is { } normal ? request.People.Find(normal) : null;

    private static string? Attribute(DirectoryUser user, string? name) =>
        name is null ? null : Short(user.Attributes.GetValueOrDefault(name));

    private static string? Short(string? text) =>
        text is { Length: <= TextLengthMax } && !text.Any(char.IsControl) ? text : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;
}
