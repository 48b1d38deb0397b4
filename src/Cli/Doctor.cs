using System.Runtime.CompilerServices;
using InfluencerMap.Collectors;
using InfluencerMap.Collectors.Microsoft365;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>One thing looked at, with the remedy where it is wrong.</summary>
internal sealed record Finding(bool IsWrong, string Text);

/// <summary>Looks at everything that a night needs, without changing any of it.</summary>
internal static class Doctor
{
    private const string Grant =
        "In the Entra admin centre: App registrations, this application, API permissions, Microsoft Graph, "
        + "Application permissions; then grant admin consent.";

    public static async IAsyncEnumerable<Finding> LookAsync(
        string store, string config, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filePath = default(string);
        yield return await TryAsync(async () =>
        {
            await using var opened = await Store.OpenExistingAsync(store, cancellation);
            filePath = opened.FilePath;
            var people = await opened.People.ReadAsync(cancellation);
            return $"Store {opened.FilePath}: opens, its schema fits, {people.Length:N0} people.";
        });
        if (filePath is not null)
            yield return await TryAsync(() => Task.FromResult($"Key: {CustomerKey.Describe(filePath)}."));

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
            foreach (var finding in Permissions(settings, granted))
                yield return finding;
    }

    private static IEnumerable<Finding> Permissions(TenantSettings settings, IReadOnlyList<string> granted)
    {
        var on = TenantSource.On(settings);
        foreach (var source in on)
        {
            var missing = source.Permissions(settings).Except(granted).ToArray();
            yield return missing.Length == 0
                ? new(false, $"Source {source.Name}: has {string.Join(", ", source.Permissions(settings))}.")
                : new(true, $"Source {source.Name}: {string.Join(", ", missing)} is missing. {Grant}");
        }
        var more = granted.Except(on.SelectMany(source => source.Permissions(settings))).ToArray();
        if (more.Length > 0)
            yield return new(true,
                $"More than needed: {string.Join(", ", more)}. Remove what no other use of this application needs.");
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
