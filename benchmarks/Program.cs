using InfluencerMap.Benchmarks;

switch (args)
{
    case ["import", .. var rest]:
        await ImportBenchmark.RunAsync(rest);
        return 0;
    default:
        Console.Error.WriteLine("dotnet run -c Release --project benchmarks -- import [ROWS]");
        return 2;
}
