using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>Where the store is: a file path or a connection string, as for every verb of the command line.</summary>
public sealed record StoreAddress(string ConnectionString)
{
    public const string Setting = "InfluencerMap:Store";

    public static StoreAddress From(IConfiguration configuration) => new(configuration[Setting]!);

    /// <exception cref="NotStartedException">An argument holds a password.</exception>
    public static void RequireNoPassword(string[] args)
    {
        if (args.Any(Store.HoldsPassword))
            throw new NotStartedException(
                "An argument holds the store's password, and every user of this machine can read arguments. "
                + "Put the connection in InfluencerMap__Store, or in a file that InfluencerMap__Store_FILE names.");
    }
}
