using System.Text.Json;
using InfluencerMap.Demo;
using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collect;

/// <summary>A made company in a tenant of its own, and the program that collects it.</summary>
internal sealed class CollectedTenant : IAsyncDisposable
{
    public const int WindowDays = 28;

    private CollectedTenant(MadeCompany company, StandInTenant tenant) => (Company, Tenant) = (company, tenant);

    public MadeCompany Company { get; }

    public StandInTenant Tenant { get; }

    public CliProcess Cli { get; } = new();

    public string[] NightlyArguments =>
        ["--as-of", $"{Company.Options.AsOf:yyyy-MM-dd}", "--window-days", $"{WindowDays}"];

    public static async Task<CollectedTenant> StartAsync(int people, params string[] sources)
    {
        var company = new MadeCompany(new() { People = people, Months = 1 });
        var tenant = await StandInTenant.StartAsync(
            new() { Company = company }, TestContext.Current.CancellationToken);
        var collected = new CollectedTenant(company, tenant);
        collected.Cli.Variables["INFLUENCERMAP_ACCESS_TOKEN"] = tenant.IssueAccessToken();
        collected.Cli.Write("collect.json", Configuration(tenant, sources));
        // One key for every store, so that people have the same pseudonyms in all of them.
        collected.Cli.Variables["INFLUENCERMAP_KEY"] = new('k', 32);
        return collected;
    }

    public string[] CollectArguments(string store) =>
    [
        "collect", "--store", store, "--since", $"{Company.Options.From:yyyy-MM-dd}",
        "--until", $"{Company.Options.AsOf:yyyy-MM-dd}",
    ];

    public Task<CliResult> CollectAsync(string store) => Cli.RunAsync(CollectArguments(store));

    public string PathOf(string store) => Path.Combine(Cli.Folder, store);

    public async Task<string> RankAsync(string store)
    {
        await Cli.RunAsync(["nightly", "--no-collect", "--store", store, .. NightlyArguments]);
        return (await Cli.RunAsync("rank", "--store", store, "--top", "1000", "--format", "csv")).Output;
    }

    public async ValueTask DisposeAsync()
    {
        Cli.Dispose();
        await Tenant.DisposeAsync();
    }

    private static string Configuration(StandInTenant tenant, string[] sources)
    {
        var options = sources.ToDictionary(name => name, _ => new Dictionary<string, object>());
        options["directory"] = new()
        {
            ["personId"] = "employeeId",
            ["jobFamily"] = "extensionAttribute1",
            ["level"] = "extensionAttribute2",
            ["absentFrom"] = "extensionAttribute3",
            ["absentTo"] = "extensionAttribute4",
            ["leaveDates"] = true,
        };
        return JsonSerializer.Serialize(new
        {
            graph = tenant.Address,
            credential = new { kind = "AccessToken" },
            requestsPerSecond = 5_000,
            sources = options,
        });
    }
}
