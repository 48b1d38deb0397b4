using System.Security.Cryptography;
using System.Text;

namespace InfluencerMap.Storage;

/// <summary>
/// The key behind the chain of the audit and over the one of the tombstones. It belongs to the customer, is never in
/// the store, and is not the one behind the pseudonyms: the service that answers HTTP has no need to make those.
/// </summary>
internal static class AuditKey
{
    public const string Variable = "INFLUENCERMAP_AUDIT_KEY";

    /// <summary>The key until now, for a rotation, or to restore a backup that is older than one.</summary>
    public const string FormerVariable = "INFLUENCERMAP_AUDIT_KEY_FORMER";

    private const string Purpose = "audit";
    private const int BytesMin = 16;
    private const int MadeBytes = 32;

    /// <summary>What the audit and the store keep of the key, to know it again.</summary>
    public static string CheckOf(byte[] key) => SealedKey.CheckOf(key, Purpose);

    /// <summary>From the environment, else from a file beside an embedded store. Null where neither is.</summary>
    /// <param name="auditFile">The file of the audit; null on a server.</param>
    public static byte[]? Find(string? auditFile) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
            ? Parse(text, $"The environment variable {Variable}")
            : FindFile(auditFile);

    /// <summary>For whatever depends on it: nothing is made here.</summary>
    /// <exception cref="StoreException">There is none.</exception>
    public static byte[] Require(string? auditFile) => Find(auditFile) ?? throw Missing(auditFile);

    /// <summary>The key until now, from its own variable. Null where that is not set.</summary>
    public static byte[]? FindFormer() => Environment.GetEnvironmentVariable(FormerVariable) is { Length: > 0 } text
        ? Parse(text, $"The environment variable {FormerVariable}")
        : null;

    /// <summary>The key until now: from its own variable, or the file that the new one takes the place of.</summary>
    public static byte[] RequireFormer(string? auditFile) => FindFormer()
        ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ? FindFile(auditFile) : null)
        ?? throw new StoreException(
            $"Set {Variable} to the new key of the audit, and {FormerVariable} to the one until now"
            + (auditFile is null ? "." : ", unless that lies in the key file beside the store."));

    /// <summary>Makes a key file for its owner alone to read, so that a trial needs no set-up.</summary>
    public static byte[] Create(string? auditFile)
    {
        if (auditFile is null)
            throw new StoreException($"A store on a server needs {Variable}. Make one: openssl rand -hex 32");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var path = PathOf(auditFile);
        try
        {
            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MadeBytes))));
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it in the same moment.
        }
        return FindFile(auditFile)!;
    }

    public static StoreException Missing(string? auditFile) => new(
        "The key of the audit is missing, and the audit or hashes of erased people depend on it; nothing was done. Set "
        + $"{Variable} as it was"
        + (auditFile is null ? "." : $", or put '{Path.GetFileName(PathOf(auditFile))}' back."));

    /// <param name="what">What depends on the right one.</param>
    public static StoreException Wrong(string? auditFile, string what) => new(
        $"The key of the audit is not the one that {what} made with; nothing was done. Set {Variable} as it was"
        + (auditFile is null ? "" : $", or put '{Path.GetFileName(PathOf(auditFile))}' back")
        + ". To change it: influencermap keys rotate --audit.");

    /// <param name="isFormerSet">Whether the variable of the former key holds one.</param>
    public static StoreException WrongForBackup(bool isFormerSet) => new(
        "The key of the audit is not the one that the audit was made with"
        + (isFormerSet ? ", nor is the former; " : "; ")
        + $"nothing was done. Set {Variable} as it was then, or, where it has changed since, {FormerVariable} to the "
        + "key as it was then.");

    public static string NameOf(string auditFile) => $"'{Path.GetFileName(PathOf(auditFile))}'";

    /// <summary>How long it is, and where it comes from.</summary>
    public static string Describe(byte[] key, string? auditFile) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || auditFile is null
            ? $"{key.Length} bytes from {Variable}"
            : $"{key.Length} bytes from {NameOf(auditFile)}; keep it apart from the backups";

    private static string PathOf(string auditFile) => Path.ChangeExtension(auditFile, ".key");

    private static byte[]? FindFile(string? auditFile) => auditFile is not null && File.Exists(PathOf(auditFile))
        ? Parse(File.ReadAllText(PathOf(auditFile)).Trim(), $"The key file '{Path.GetFileName(PathOf(auditFile))}'")
        : null;

    private static byte[] Parse(string text, string origin)
    {
        var key = Encoding.UTF8.GetBytes(text);
        return key.Length >= BytesMin
            ? key
            : throw new StoreException(
                $"{origin} holds {key.Length} bytes; a key has at least {BytesMin}. Make one: openssl rand -hex 32");
    }
}
