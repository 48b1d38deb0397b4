using System.Runtime.CompilerServices;
using InfluencerMap.Collectors;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Collectors.Microsoft365;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>One thing looked at, with the remedy where it is wrong.</summary>
/// <param name="IsWrong">Null for advice on what was found before.</param>
/// <param name="Text">One line.</param>
internal sealed record Finding(bool? IsWrong, string Text);

/// <summary>Looks at everything that a night needs, without changing any of it.</summary>
internal static class Doctor
{
    private const string Grant =
        "To grant: Entra admin centre, App registrations, this application, API permissions, Microsoft Graph, "
        + "Application permissions; then grant admin consent. Mail and calendars of some mailboxes only: "
        + "docs/operations.md, section 2.";

    private const int MailboxesTried = 3;

    /// <summary>A look is no night: what does not answer soon is reported.</summary>
    private static readonly ThrottleOptions Patience = new()
    {
        AttemptsMax = 2,
        SilenceMax = TimeSpan.FromSeconds(20),
    };

    private const string TurnOnSnapshots =
        "Readers wait while a night is written. Have the database's owner run, while nobody else is connected: "
        + "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON";

    private const string TurnOnLog =
        "Readers wait while a night is written: the file has no write-ahead log. Any verb that writes turns it on.";

    public static async IAsyncEnumerable<Finding> LookAsync(
        string store, string config, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (isOpen, filePath, readersWait) = (false, default(string), false);
        var (logBytes, isRead) = (0L, (IReadOnlyList<string>)[]);
        IReadOnlyList<string> mailboxes = [];
        yield return await TryAsync(async () =>
        {
            await using var opened = await Store.OpenExistingAsync(store, cancellation);
            (isOpen, filePath, readersWait) = (true, opened.FilePath, opened.ReadersWait);
            (logBytes, isRead) = (opened.LogBytes, opened.FilesOpenToOthers);
            var people = await opened.People.ReadAsync(cancellation);
            mailboxes = await MailboxesAsync(opened, cancellation);
            return $"Store {opened.Place}: opens, its schema fits, {people.Length:N0} people.";
        });
        if (readersWait)
            yield return new(true, filePath is null ? TurnOnSnapshots : TurnOnLog);
        if (logBytes > 0)
            yield return new(null, $"{logBytes:N0} bytes of the store stand in '{Path.GetFileName(filePath)}-wal': "
                + "another process has it open, or one was killed. To copy it use influencermap backup, not cp.");
        if (isRead.Count > 0)
            yield return new(true, $"Other users of this machine may read {string.Join(" and ", isRead)}: "
                + $"chmod 600 {string.Join(' ', isRead)}");
        if (isOpen)
            yield return await TryAsync(async () =>
            {
                await using var opened = await Store.OpenExistingAsync(store, cancellation);
                return $"Key: {await CustomerKey.DescribeAsync(opened, cancellation)}.";
            });

        var settings = default(TenantSettings);
        yield return await TryAsync(async () =>
        {
            settings = await TenantSettings.ReadAsync(config, cancellation);
            var on = TenantSource.On(settings);
            return $"Configuration {Path.GetFileName(config)}: " + (on.Count == 0
                ? "no source is switched on."
                : $"{string.Join(", ", on.Select(source => source.Name))} switched on.");
        });
        if (settings is null)
            yield break;
        IReadOnlyList<string>? granted = null;
        yield return await TryAsync(async () =>
        {
            granted = await TenantPermissions.GrantedAsync(settings, cancellation);
            return $"Credential {settings.Credential.Kind}: a token was issued, with {granted.Count} permissions.";
        });
        if (granted is not null)
            await foreach (var finding in SourcesAsync(settings, granted, mailboxes, cancellation))
                yield return finding;
    }

    private static async IAsyncEnumerable<Finding> SourcesAsync(
        TenantSettings settings, IReadOnlyList<string> granted, IReadOnlyList<string> mailboxes,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var connection = GraphConnection.To(settings);
        var check = new SourceCheck(settings, granted,
            new(new GraphPages(connection, new(Patience, TimeProvider.System)), mailboxes));
        var on = TenantSource.On(settings);
        var isWrong = false;
        foreach (var source in on)
        {
            var finding = await check.LookAsync(source, cancellation);
            isWrong |= finding.IsWrong == true;
            yield return finding;
        }
        var more = granted.Except(on.SelectMany(source => source.Permissions(settings))).ToArray();
        if (more.Length > 0)
            yield return new(true,
                $"More than needed: {string.Join(", ", more)}. Remove what no other use of this application needs.");
        if (isWrong)
            yield return new(null, Grant);
    }

    private static async Task<IReadOnlyList<string>> MailboxesAsync(Store store, CancellationToken cancellation)
    {
        var handles = await store.People.HandlesAsync(cancellation);
        var people = new KnownPeople(handles.Where(known => known.Leave is null)
            .Select(known => (known.Handle, new KnownPerson(known.SourceId, known.Spelling, known.Leave))));
        return [.. people.ObjectIds.Take(MailboxesTried)];
    }

    private static async Task<Finding> TryAsync(Func<Task<string>> look)
    {
        try
        {
            return new(false, await look());
        }
        catch (Exception known) when (known is InputException or StoreException or FailedException or GraphException
            or IOException or UnauthorizedAccessException)
        {
            return new(true, known.Message);
        }
    }
}
