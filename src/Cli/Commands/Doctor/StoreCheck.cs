using System.Runtime.CompilerServices;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Looks at what every firm has, with or without a tenant: the store, its keys, backups and runs.</summary>
internal sealed class StoreCheck(string connection)
{
    private const int MailboxesTried = 3;

    private const string TurnOnSnapshots =
        "Readers wait while a night is written. Have the database's owner run, while nobody else is connected: "
        + "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON";

    private const string TurnOnLog =
        "Readers wait while a night is written: the file has no write-ahead log. Any command that writes turns it on.";

    /// <summary>Of a few people, to try permissions on; none before the store was checked.</summary>
    public IReadOnlyList<string> Mailboxes { get; private set; } = [];

    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var store = default(Store);
        yield return await Doctor.TryAsync(async () =>
        {
            store = await Store.OpenExistingAsync(connection, cancellation);
            var people = await store.People.ReadAsync(cancellation);
            Mailboxes = await MailboxesAsync(store, cancellation);
            return $"Store {store.Place}: opens, its schema fits, {people.Length:N0} people.";
        });
        if (store is null)
            yield break;
        await using (store)
        {
            foreach (var finding in OfFiles(store))
                yield return finding;
            yield return await Doctor.TryAsync(
                async () => $"Key: {await CustomerKey.DescribeAsync(store, cancellation)}.");
            var auditKey = await Doctor.TryAsync(
                async () => $"Key of the audit: {await AuditStore.DescribeKeyAsync(connection, cancellation)}.");
            yield return auditKey;
            if (store.FilePath is { } file && auditKey.IsWrong == false)
                yield return await BackupAsync(file, cancellation);
            yield return await RetentionAsync(store, cancellation);
            yield return await RunAsync(store, cancellation);
            if (await store.Rankings.LatestAsync(cancellation) is { } run && SmallCompany.AdviceOn(run) is { } advice)
                yield return new(null, advice);
        }
    }

    private static IEnumerable<Finding> OfFiles(Store store)
    {
        if (store.ReadersWait)
            yield return new(true, store.FilePath is null ? TurnOnSnapshots : TurnOnLog);
        if (store.LogBytes is > 0 and var bytes)
            yield return new(null, $"{bytes:N0} bytes of the store stand in '{Path.GetFileName(store.FilePath)}-wal': "
                + "another process has it open, or one was killed. To copy it use influencermap backup, not cp.");
        if (store.FilesOpenToOthers is { Count: > 0 } open)
            yield return new(true, $"Other users of this machine may read {string.Join(" and ", open)}: "
                + $"chmod 600 {string.Join(' ', open)}");
        else if (store.FilePath is not null && !OperatingSystem.IsWindows())
            yield return new(false, "Files of the store, the audit and their keys: for their owner alone.");
    }

    /// <summary>A store in a server is backed up by the server, which nothing here knows of.</summary>
    private async Task<Finding> BackupAsync(string file, CancellationToken cancellation) =>
        await LastBackupAsync(file, cancellation) is { } at
            ? new(false, $"Backup: the last was made on {at:yyyy-MM-dd HH:mm} UTC.")
            : new(null, "Backup: the audit knows of none. Make one: influencermap backup FILE");

    private async Task<DateTime?> LastBackupAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(Path.ChangeExtension(file, ".audit.db")))
            return null;
        try
        {
            await using var audit = await AuditStore.OpenExistingAsync(connection, cancellation);
            return await audit.LastAsync(OperatorAudit.Backup, OperatorAudit.WholeBackup, cancellation);
        }
        catch (StoreException)
        {
            // An audit without a line has no key yet, and knows of nothing.
            return null;
        }
    }

    private static async Task<Finding> RetentionAsync(Store store, CancellationToken cancellation)
    {
        var gate = await store.Retention.GateAsync(TimeProvider.System.GetUtcNow().UtcDateTime, cancellation);
        return gate.IsSet
            ? await Doctor.TryAsync(() =>
            {
                gate.RequireLawful();
                return Task.FromResult(
                    $"Retention: profile {gate.Profile}, raw events {gate.DaysMax} days, runs {gate.AggregateDays}.");
            })
            : new(null, "Retention: no profile, raw events are kept without a limit. " + RetentionProfile.HowToChoose);
    }

    private static async Task<Finding> RunAsync(Store store, CancellationToken cancellation)
    {
        if (await store.Rankings.LatestAsync(cancellation) is not { } run)
            return new(null, "Runs: none yet. Compute one: influencermap nightly");
        var provisional = await Provisional.OfAsync(store, run, cancellation);
        return new(
            provisional.Count > 0 ? null : false,
            $"Runs: the last was published on {run.PublishedAt:yyyy-MM-dd HH:mm} UTC, {run.RankedCount:N0} of "
            + $"{run.PersonCount:N0} people ranked." + string.Concat(provisional.Select(one => " " + one.Reason)));
    }

    private static async Task<IReadOnlyList<string>> MailboxesAsync(Store store, CancellationToken cancellation)
    {
        var handles = await store.People.HandlesAsync(cancellation);
        var people = new KnownPeople(handles.Where(known => known.Leave is null)
            .Select(known => (known.Handle, new KnownPerson(known.SourceId, known.Spelling, known.Leave))));
        return [.. people.ObjectIds.Take(MailboxesTried)];
    }
}
