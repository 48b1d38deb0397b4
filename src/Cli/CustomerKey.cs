using System.Security.Cryptography;
using System.Text;
using InfluencerMap.Collectors.Identities;

namespace InfluencerMap.Cli;

/// <summary>The key behind the pseudonyms. It belongs to the customer and is never in the store.</summary>
internal static class CustomerKey
{
    public const string Variable = "INFLUENCERMAP_KEY";

    private const int TrialKeyBytes = 32;

    private const string OnServer =
        $"A store on a server keeps no key beside it: set {Variable} to at least 16 bytes, the same on every machine. "
        + "Make one: openssl rand -hex 32";

    /// <summary>
    /// The key from the environment; without one, from a file beside an embedded store, made on first use for its
    /// owner alone to read, so that a trial needs no set-up.
    /// </summary>
    /// <param name="storeFile">Null where the store is on a server, which has no place for a key beside it.</param>
    public static byte[] LoadOrCreate(string? storeFile)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
            return FromText(text, $"The environment variable {Variable}");
        if (storeFile is null)
            throw new FailedException(OnServer);
        var path = Path.ChangeExtension(storeFile, ".key");
        if (!File.Exists(path))
            Create(path);
        return FromText(File.ReadAllText(path).Trim(), $"The key file '{Path.GetFileName(path)}'");
    }

    /// <summary>Where the key comes from; for a look at the installation, which makes none.</summary>
    public static string Describe(string? storeFile)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
            return $"{FromText(text, $"The environment variable {Variable}").Length} bytes from {Variable}";
        if (storeFile is null)
            throw new FailedException(OnServer);
        var path = Path.ChangeExtension(storeFile, ".key");
        var name = $"'{Path.GetFileName(path)}'";
        return File.Exists(path)
            ? $"{FromText(File.ReadAllText(path).Trim(), $"The key file {name}").Length} bytes from {name}; "
                + "keep it apart from the store's backups"
            : $"none yet; the first import or collection makes {name}, or set {Variable}";
    }

    private static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TrialKeyBytes))));
        Progress.Say(
            $"Made '{Path.GetFileName(path)}', the key behind the pseudonyms: keep it apart from the store's backups.");
    }

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
