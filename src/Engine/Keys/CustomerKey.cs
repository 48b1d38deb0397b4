using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>The key behind the pseudonyms. It belongs to the customer and is never in the store.</summary>
public static class CustomerKey
{
    public const string Variable = "INFLUENCERMAP_KEY";

    private const string OnServer =
        $"A store on a server keeps no key beside it: set {Variable} to at least 16 bytes, the same on every machine. "
        + KeyPlace.HowToMake;

    private static readonly KeyPlace Place = new(Variable);

    /// <summary>
    /// The key from the environment; without one, from a file beside an embedded store. Where nobody has a pseudonym
    /// yet, it is made, for its owner alone to read, so that a trial needs no set-up.
    /// </summary>
    /// <exception cref="FailedException">It is missing, or not the one behind the pseudonyms of the store.</exception>
    public static async Task<byte[]> OpenAsync(
        Store store, IProgress<StepReport> reports, CancellationToken cancellation)
    {
        var key = Place.Find(store.FilePath);
        if (key is null && await store.PersonKeys.AreUsedAsync(cancellation))
            throw Missing(store.FilePath);
        key ??= Create(store.FilePath ?? throw new FailedException(OnServer), reports);
        return await store.PersonKeys.TakeAsync(key, id => PersonKey.Derive(key, id), cancellation)
            ? key
            : throw Wrong(store.FilePath);
    }

    /// <summary>A new key, for people who may have pseudonyms of another one: never made here.</summary>
    public static byte[] Require(string? storeFile) => Place.Find(storeFile) ?? throw Missing(storeFile);

    /// <summary>Where the key comes from, for a look at the installation. It must fit; none is made.</summary>
    public static async Task<string> DescribeAsync(Store store, CancellationToken cancellation)
    {
        if (Place.Find(store.FilePath) is not { } key)
            return store.FilePath is null ? throw new FailedException(OnServer)
                : await store.PersonKeys.AreUsedAsync(cancellation) ? throw Missing(store.FilePath)
                : $"none yet; the first import or collection makes {KeyPlace.NameOf(store.FilePath)}, or set "
                    + Variable;
        if (!await store.PersonKeys.FitAsync(key, id => PersonKey.Derive(key, id), cancellation))
            throw Wrong(store.FilePath);
        return Place.Describe(key, store.FilePath, "the store's backups");
    }

    private static byte[] Create(string storeFile, IProgress<StepReport> reports)
    {
        var key = KeyPlace.Create(storeFile);
        reports.Report(new Remark(
            $"Made {KeyPlace.ShowPath(storeFile)}, the key behind the pseudonyms: keep it apart from the store's "
            + "backups."));
        return key;
    }

    private static FailedException Missing(string? storeFile) => new(storeFile is null
        ? OnServer
        : "The key behind the pseudonyms is missing, and people of the store depend on it; nothing was done. "
            + Place.Remedy(storeFile));

    private static FailedException Wrong(string? storeFile) => new(
        "The key behind the pseudonyms is not the one that people of the store have theirs from; nothing was done. "
        + $"{Place.Remedy(storeFile)} To change everybody's: influencermap keys rotate.");
}
