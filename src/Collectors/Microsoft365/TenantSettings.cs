using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace InfluencerMap.Collectors;

/// <summary>What <c>collect.json</c> says: whose tenant, as whom, which sources. It holds no secret.</summary>
/// <remarks>
/// Set and not init-only: generated metadata passes over defaults of what is init-only, and then no longer says which
/// property is wrong.
/// </remarks>
public sealed record TenantSettings
{
    public string? TenantId { get; set; }

    /// <summary>Application (client) id of the app registration.</summary>
    public string? ClientId { get; set; }

    /// <summary>One of <see cref="GraphCloud.All"/>.</summary>
    /// <value>Default global.</value>
    public string Cloud { get; set => field = value ?? throw new JsonException(); } = GraphCloud.All[0].Name;

    /// <summary>Address in place of the cloud's, for a stand-in on this machine.</summary>
    public Uri? Graph { get; set; }

    /// <summary>Where tokens are issued in place of the cloud's own, for a stand-in on this machine.</summary>
    public Uri? Authority { get; set; }

    public CredentialSettings Credential { get; set => field = value ?? throw new JsonException(); } = new();

    /// <value>Default that of <see cref="ThrottleOptions"/>.</value>
    public double? RequestsPerSecond { get; set; }

    /// <summary>Hours after which a collection ends, to go on the next night.</summary>
    /// <value>Default 8.</value>
    public double DeadlineHours { get; set; } = 8;

    /// <summary>The sources switched on, by name, each with its options.</summary>
    public Dictionary<string, JsonElement> Sources { get; set => field = value ?? throw new JsonException(); } = [];

    /// <exception cref="InputException">The file is missing, unreadable or says what is not understood.</exception>
    public static async Task<TenantSettings> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw new InputException(
                $"There is no configuration '{path}'. See docs/operations.md for one to begin with.");
        var place = $"The configuration '{Path.GetFileName(path)}'";
        try
        {
            await using var file = File.OpenRead(path);
            var settings = await JsonSerializer.DeserializeAsync(
                file, SettingsJson.Default.TenantSettings, cancellation)
                ?? throw new InputException($"{place} is empty.");
            settings.RequireMeaning(place);
            return settings;
        }
        catch (JsonException e)
        {
            throw new InputException(
                $"{place}, line {e.LineNumber + 1}: {e.Path ?? "the text"} is not understood; see docs/operations.md.");
        }
    }

    /// <summary>Where to ask: the cloud, or the stand-in.</summary>
    public GraphCloud Address()
    {
        var cloud = GraphCloud.All.First(known => known.Name == Cloud);
        return cloud with
        {
            Name = Graph is null ? cloud.Name : "stand-in",
            Graph = Graph ?? cloud.Graph,
            Authority = Authority ?? cloud.Authority,
        };
    }

    public ThrottleOptions Pace(TimeProvider clock) => new()
    {
        RequestsPerSecond = RequestsPerSecond ?? new ThrottleOptions().RequestsPerSecond,
        Deadline = clock.GetUtcNow().AddHours(DeadlineHours),
        Seed = (ulong)new EventId().Add($"{TenantId} {ClientId}").Value,
    };

    /// <summary>A source's own options, where it is switched on.</summary>
    internal T Options<T>(string source, JsonTypeInfo<T> type) where T : new() =>
        Sources.TryGetValue(source, out var options) ? options.Deserialize(type) ?? new() : new();

    private void RequireMeaning(string place)
    {
        var clouds = GraphCloud.All.Select(known => known.Name).ToArray();
        if (!clouds.Contains(Cloud))
            throw new InputException($"{place}: cloud '{Cloud}' is none of {string.Join(", ", clouds)}.");
        if (Graph is { IsAbsoluteUri: false } or { IsLoopback: false })
            throw new InputException($"{place}: graph may only be an address of this machine; choose a cloud instead.");
        if (Authority is { IsAbsoluteUri: false } or { IsLoopback: false } or { Scheme: not "https" })
            throw new InputException(
                $"{place}: authority may only be an https address of this machine; choose a cloud instead.");
        if (Sources.ContainsKey("message-trace") && Sources.ContainsKey("sent-items"))
            throw new InputException(
                $"{place}: message-trace and sent-items report the same messages; switch on one of them.");
        foreach (var (source, offering) in SourceClouds.All)
            if (Sources.ContainsKey(source) && !offering.Contains(Cloud))
                throw new InputException(
                    $"{place}: cloud '{Cloud}' has no {source}; only {string.Join(", ", offering)} offers it.");
        if (DeadlineHours is not (> 0 and <= 48))
            throw new InputException($"{place}: deadlineHours {DeadlineHours} is outside 0 … 48.");
        if (RequestsPerSecond is <= 0 or > 10_000)
            throw new InputException($"{place}: requestsPerSecond {RequestsPerSecond} is outside 0 … 10000.");
        var known = SourceClouds.All.Select(offer => offer.Source).ToArray();
        var unknown = Sources.Keys.Except(known).Order(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
            throw new InputException($"{place}: no source is called {string.Join(", ", unknown)}; there are "
                + $"{string.Join(", ", known)}.");
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(TenantSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
