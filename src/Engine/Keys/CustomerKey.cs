using System.Security.Cryptography;
using System.Text;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>The key behind the pseudonyms. It belongs to the customer and is never in the store.</summary>
public static class CustomerKey
{
    public const string Variable = "INFLUENCERMAP_KEY";

    private const int TrialKeyBytes = 32;

    private const string OnServer =
        $"A store on a server keeps no key beside it: set {Variable} to at least 16 bytes, the same on every machine. "
        + "Make one: openssl rand -hex 32";

    /// <summary>
    /// The key from the environment; without one, from a file beside an embedded store. Where nobody has a pseudonym
    /// yet, it is made, for its owner alone to read, so that a trial needs no set-up.
    /// </summary>
    /// <exception cref="FailedException">It is missing, or not the one behind the pseudonyms of the store.</exception>
    public static async Task<byte[]> OpenAsync(
        Store store, IProgress<StepReport> reports, CancellationToken cancellation)
    {
        var key = Find(store.FilePath);
        if (key is null && await store.PersonKeys.AreUsedAsync(cancellation))
            throw Missing(store.FilePath);
        key ??= Create(store.FilePath, reports);
        return await store.PersonKeys.TakeAsync(key, id => PersonKey.Derive(key, id), cancellation)
            ? key
            : throw Wrong(store.FilePath);
    }

    /// <summary>A new key, for people who may have pseudonyms of another one: never made here.</summary>
    public static byte[] Require(string? storeFile) => Find(storeFile) ?? throw Missing(storeFile);

    /// <summary>Where the key comes from, for a look at the installation. It must fit; none is made.</summary>
    public static async Task<string> DescribeAsync(Store store, CancellationToken cancellation)
    {
        if (Find(store.FilePath) is not { } key)
            return store.FilePath is null ? throw new FailedException(OnServer)
                : await store.PersonKeys.AreUsedAsync(cancellation) ? throw Missing(store.FilePath)
                : $"none yet; the first import or collection makes {NameOf(store.FilePath)}, or set {Variable}";
        if (!await store.PersonKeys.FitAsync(key, id => PersonKey.Derive(key, id), cancellation))
            throw Wrong(store.FilePath);
        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }
            ? $"{key.Length} bytes from {Variable}"
            : $"{key.Length} bytes from {NameOf(store.FilePath!)}; keep it apart from the store's backups";
    }

    private static byte[]? Find(string? storeFile)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
            return FromText(text, $"The environment variable {Variable}");
        if (storeFile is null)
            return null;
        var path = Path.ChangeExtension(storeFile, ".key");
        return File.Exists(path) ? FromText(File.ReadAllText(path).Trim(), $"The key file {NameOf(storeFile)}") : null;
    }

    private static byte[] Create(string? storeFile, IProgress<StepReport> reports)
    {
        if (storeFile is null)
            throw new FailedException(OnServer);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(Path.ChangeExtension(storeFile, ".key"), options))
            file.Write(
                Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TrialKeyBytes))));
        reports.Report(new Remark(
            $"Made {NameOf(storeFile)}, the key behind the pseudonyms: keep it apart from the store's backups."));
        return Find(storeFile)!;
    }

    private static FailedException Missing(string? storeFile) => storeFile is null
        ? new(OnServer)
        : new("The key behind the pseudonyms is missing, and people of the store depend on it; nothing was done. Set "
            + $"{Variable} as it was, or put {NameOf(storeFile)} back.");

    private static FailedException Wrong(string? storeFile) => new(
        "The key behind the pseudonyms is not the one that people of the store have theirs from; nothing was done. Set "
        + $"{Variable} as it was" + (storeFile is null ? "" : $", or put {NameOf(storeFile)} back")
        + ". To change everybody's: influencermap keys rotate.");

    private static string NameOf(string storeFile) =>
        $"'{Path.GetFileName(Path.ChangeExtension(storeFile, ".key"))}'";

    private static byte[] FromText(string text, string origin)
    {
        var key = Encoding.UTF8.GetBytes(text);
        return key.Length >= PersonKey.CustomerKeyBytesMin
            ? key
            : throw new FailedException(
                $"{origin} holds {key.Length} bytes; a key has at least {PersonKey.CustomerKeyBytesMin}. " +
                "Make one: openssl rand -hex 32");
    }
}
