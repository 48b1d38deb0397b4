using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>
/// Who is who beyond what directories say: declared mappings, merges and splits, each in a log and each undone at will.
/// </summary>
/// <remarks>Handles and ids are in normal spelling. Refusals are one line and name nobody.</remarks>
public sealed class IdentityStore
{
    private readonly Database _database;

    internal IdentityStore(Database database) => _database = database;

    /// <summary>
    /// Derives anew who owns which account when; cautious rules reach accounts that interactions have named since.
    /// </summary>
    public Task<Settled> SettleAsync(CancellationToken cancellation) =>
        _database.WriteAsync(Settlement.WriteAsync, cancellation);

    /// <summary>
    /// Takes the account of a handle, or another person with all theirs, for the person's. The handle's account may
    /// be limited to days; who was merged as a person is merged for all time.
    /// </summary>
    /// <exception cref="StoreException">
    /// Somebody is unknown, both are one already, the account is somebody else's then, or a circle would arise.
    /// </exception>
    public Task<IdentityDone> MergeAsync(
        string handleOrPerson, string person, IdentityDecision decision, CancellationToken cancellation) =>
        DecideAsync(
            decision,
            async work =>
            {
                var into = await work.RequirePersonAsync(person);
                if (await work.FindPersonAsync(handleOrPerson) is { IsAddress: false } other
                    && work.Merges.Follow(other.Id) != into.Id)
                    return work.MergePeople(other.Id, into.Id);
                return work.MergeAccount(handleOrPerson, work.Merges.Follow(into.Id));
            },
            cancellation);

    /// <summary>Takes the account of a handle from its owner: it is nobody's, until it is merged or undone.</summary>
    /// <exception cref="StoreException">The account is unknown, or nobody's already.</exception>
    public Task<IdentityDone> SplitAsync(string handle, IdentityDecision decision, CancellationToken cancellation) =>
        DecideAsync(
            decision,
            async work =>
            {
                if (await work.FindPersonAsync(handle) is { IsAddress: false } merged
                    && work.Merges.EntryOf(merged.Id) is { } entry)
                    throw new StoreException(
                        $"This person was merged into another by entry {entry}: influencermap identities undo {entry}");
                return work.Split(handle);
            },
            cancellation);

    /// <summary>
    /// Takes a pair off the review: namesakes who are two, an address that is not the person's, or a rule that is
    /// right. Nothing else changes.
    /// </summary>
    /// <exception cref="StoreException">Somebody is unknown, or the two are no pair of the review.</exception>
    public Task<IdentityDone> DismissAsync(
        string handleOrPerson, string person, IdentityDecision decision, CancellationToken cancellation) =>
        DecideAsync(decision, async work => await work.DismissAsync(handleOrPerson, person), cancellation);

    /// <summary>
    /// Takes in a mapping file as one entry. What stood in an earlier file already is left out, and so is whoever was
    /// erased.
    /// </summary>
    /// <exception cref="StoreException">Somebody is unknown, or a handle has two owners at one time.</exception>
    public Task<IdentityDone> MapAsync(
        IReadOnlyList<IdentityMapping> mappings, IdentityDecision decision, CancellationToken cancellation) =>
        DecideAsync(decision, work => work.MapAsync(mappings), cancellation);

    /// <summary>Declares a domain to be the company's own, for all time or for days.</summary>
    /// <exception cref="StoreException">It is declared for some of that time already.</exception>
    public Task<IdentityDone> DeclareDomainAsync(
        string domain, IdentityDecision decision, CancellationToken cancellation) =>
        DecideAsync(decision, async work => await work.DeclareDomainAsync(domain), cancellation);

    /// <summary>Undoes an entry, whatever came after it: things stand as if it had never been made.</summary>
    /// <exception cref="StoreException">No such entry, one undone already, or itself an undo.</exception>
    public Task<IdentityDone> UndoAsync(long entry, IdentityDecision decision, CancellationToken cancellation) =>
        DecideAsync(decision, work => Task.FromResult<NewEntry?>(work.Undo(entry)), cancellation);

    /// <summary>Every decision and undo, the latest first, with readable ids: for operators only.</summary>
    public Task<IdentityLogEntry[]> LogAsync(CancellationToken cancellation) =>
        _database.QueryAsync<IdentityLogEntry>(Query.ReadIdentityLog, null, cancellation);

    /// <summary>Accounts and people that may be one, and those that a rule joined: for operators only.</summary>
    public Task<LikelyPair[]> ReviewAsync(CancellationToken cancellation) =>
        _database.ReadAsync(session => LikelyPairs.FindAsync(session), cancellation);

    /// <summary>
    /// How many accounts that are nobody's the review lists as perhaps this person's: an erasure would not reach them.
    /// </summary>
    public Task<int> CountPerhapsOfAsync(PersonId personId, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session => (await LikelyPairs.FindAsync(session)).Count(pair =>
                pair is { Joined: false, Key: { AccountId: not null } key } && key.PersonId == personId),
            cancellation);

    /// <summary>
    /// The reach outside: other companies with which people had to do in the period, the most interactions first. A
    /// company is its domain; its people are not distinguished.
    /// </summary>
    public Task<OutsideDomain[]> OutsideAsync(Period period, CancellationToken cancellation) =>
        _database.ReadAsync(session => OutsideDomains.ReadAsync(session, period), cancellation);

    private Task<IdentityDone> DecideAsync(
        IdentityDecision decision, Func<IdentityWork, Task<NewEntry?>> decide, CancellationToken cancellation) =>
        _database.WriteAsync(
            async session =>
            {
                var work = await IdentityWork.BeginAsync(session, decision);
                return await decide(work) is { } entry ? await work.WriteAsync(entry) : work.Nothing;
            },
            cancellation);
}

/// <summary>Who decides, when, and for which days.</summary>
public sealed record IdentityDecision
{
    /// <summary>The operator's user name.</summary>
    public required string Who { get; init; }

    /// <summary>Now, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>First day, UTC; null = from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day after; null = from then on for ever.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A row of a mapping file.</summary>
/// <param name="LineNumber">Where it stands in the file, 1-based.</param>
/// <param name="Handle">An address or handle, in normal spelling.</param>
/// <param name="Person">Id, key or an address of the person, in normal spelling.</param>
/// <param name="From">First day; null = from the beginning.</param>
/// <param name="To">First day after; null = for ever.</param>
public sealed record IdentityMapping(long LineNumber, string Handle, string Person, DateOnly? From, DateOnly? To);

/// <summary>What a decision did.</summary>
/// <param name="Entry">Its place in the log; null where nothing was new.</param>
/// <param name="Items">Accounts, people, rows or domains that it is about.</param>
/// <param name="AlreadyThere">Rows of a mapping file that stood already.</param>
/// <param name="Outvoted">Rows of a mapping file that a directory or a decision contradicts: these go first.</param>
/// <param name="Withheld">
/// Personal accounts on networks outside, of anybody, that count for nobody: consent is not on record.
/// </param>
public sealed record IdentityDone(long? Entry, int Items, int AlreadyThere = 0, int Outvoted = 0, int Withheld = 0)
{
    /// <summary>Rows of a mapping file that are of people who were erased: left out.</summary>
    public int Erased { get; init; }
}
