using System.Runtime.CompilerServices;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>One thing checked, with the remedy where it is wrong.</summary>
/// <param name="IsWrong">Null for advice on what was found before.</param>
/// <param name="Text">One line.</param>
internal sealed record Finding(bool? IsWrong, string Text);

/// <summary>Checks everything that a night needs, without changing any of it.</summary>
internal static class Doctor
{
    private const string Grant =
        "To grant: Entra admin centre, App registrations, this application, API permissions, Microsoft Graph, "
        + "Application permissions; then grant admin consent. Mail and calendars of some mailboxes only: "
        + "docs/operations.md, section 2.";

    /// <summary>A check must be quick: what does not answer soon is reported.</summary>
    private static readonly ThrottleOptions Patience = new()
    {
        AttemptsMax = 2,
        SilenceMax = TimeSpan.FromSeconds(20),
    };

    /// <param name="store">Connection of the store.</param>
    /// <param name="config">The configuration's file.</param>
    /// <param name="configIsNamed">Whether it was asked for: then it must be there.</param>
    /// <param name="cancellation">Ends the look.</param>
    public static async IAsyncEnumerable<Finding> LookAsync(
        string store, string config, bool configIsNamed, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var check = new StoreCheck(store);
        await foreach (var finding in check.LookAsync(cancellation))
            yield return finding;
        if (!configIsNamed && !File.Exists(config))
        {
            yield return new(false, $"No configuration {config}: nothing is collected from a tenant, and data come in "
                + "by import. With a tenant: docs/operations.md.");
            yield break;
        }
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
            await foreach (var finding in SourcesAsync(settings, granted, check.Mailboxes, cancellation))
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

    /// <summary>What was found, or the line that says why it cannot be checked.</summary>
    public static async Task<Finding> TryAsync(Func<Task<string>> look)
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
