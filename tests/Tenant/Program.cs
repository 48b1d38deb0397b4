using InfluencerMap.Demo;
using InfluencerMap.Tenant;

// A tenant as a process: for trials by hand, and to outlive collectors in other processes.
var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[^1]);
string Option(string name, string standard) => options.GetValueOrDefault(name, standard);

await using var tenant = await StandInTenant.StartAsync(
    new()
    {
        Company = new MadeCompany(new()
        {
            People = int.Parse(Option("--people", "200")),
            Months = int.Parse(Option("--months", "1")),
            Seed = long.Parse(Option("--seed", "1")),
        }),
        PageSize = int.Parse(Option("--page-size", "100")),
    },
    CancellationToken.None);
Console.WriteLine($"graph {tenant.Address}");
Console.WriteLine($"token {tenant.TokenAddress}");
Console.WriteLine($"client {tenant.Options.ClientId} secret {tenant.Options.ClientSecret}");
Console.WriteLine("Ends with its standard input.");
await Console.In.ReadToEndAsync();
