namespace InfluencerMap.Api;

/// <summary>Where the store is: a file path or a connection string, as for every verb of the command line.</summary>
public sealed record StoreAddress(string ConnectionString)
{
    public const string Setting = "InfluencerMap:Store";

    public static StoreAddress From(IConfiguration configuration) => new(configuration[Setting]!);
}
