using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Takes files into the store: all of it, or nothing.</summary>
internal static class Import
{
    public static async Task<PeopleAccount> PeopleAsync(
        Store store, string path, CsvFormat format, bool allowPartial, CancellationToken cancellation)
    {
        var key = await CustomerKey.OpenAsync(store, Progress.Lines, cancellation);
        var known = await KnownAsync(store, cancellation);
        var read = await PeopleCsv.ReadAsync(path, format, key, known, cancellation);
        read.Report.RequireReadable(NameOf(path), allowPartial);
        read.Managers.Require(
            await store.Erasures.ErasedAmongAsync(
                read.Managers.Unfound.Select(manager => manager.Handle).OfType<string>(), cancellation),
            allowPartial);
        var named = read.Entries.SelectMany(entry => entry.Handles.Prepend(entry.SourceId)).ToHashSet();
        return new(
            NameOf(path), read, await store.People.SaveAsync(read.Entries, cancellation),
            known.Count(person => !person.Leaves && !named.Contains(person.Id) && !person.Handles.Any(named.Contains)));
    }

    /// <summary>Whom another file may name as a manager.</summary>
    private static async Task<NamedPerson[]> KnownAsync(Store store, CancellationToken cancellation)
    {
        var nameById = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (await store.People.NamesAsync(cancellation)).Values)
            if (name.Name is not null && Handle.Normalise(name.SourceId) is { } id)
                nameById[id] = name.Name;
        return [.. (await store.People.HandlesAsync(cancellation)).GroupBy(handle => handle.SourceId).Select(
            person => new NamedPerson(
                person.Key, [.. person.Select(handle => handle.Handle)], nameById.GetValueOrDefault(person.Key),
                person.First().Leave is not null))];
    }

    public static async Task<ImportAccount> InteractionsAsync(
        Store store, InteractionFiles files, string path, TimeProvider clock, CancellationToken cancellation)
    {
        var accounts = new AccountDirectory(
            await store.Interactions.AccountsAsync(cancellation),
            await store.Erasures.TombstoneOfAsync(cancellation));
        var appended = await store.Interactions.AppendAsync(
            files.CollectAsync(accounts, cancellation), () => accounts.Added,
            result =>
            {
                var account = new ImportAccount(NameOf(path), files.Format, files.Report, result);
                return account.IsEmptyHanded
                    ? throw new NothingStoredException(account)
                    : DescribeAsync(path, files, account, clock, cancellation);
            },
            cancellation);
        return new(NameOf(path), files.Format, files.Report, appended);
    }

    private static async Task<ImportRecord> DescribeAsync(
        string path, InteractionFiles files, ImportAccount account, TimeProvider clock,
        CancellationToken cancellation) => new()
    {
        At = clock.GetUtcNow().UtcDateTime,
        FileName = NameOf(path),
        Format = files.Format,
        Sha256 = await SourceFiles.Sha256Async(path, cancellation),
        RowsRead = files.Report.RowsRead,
        RowsStored = account.Appended.Stored,
        RowsAlreadyThere = account.Appended.AlreadyThere,
        RowsToOneself = files.Report.SelfInteractions,
        RowsBad = files.Report.BadRows,
        Dropped = account.LeftOut,
    };

    private static string NameOf(string path) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
}
