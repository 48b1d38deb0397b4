using System.Security.Cryptography;
using System.Text;

namespace InfluencerMap.Storage;

/// <summary>
/// The key behind the chain of the audit. It belongs to the customer, is never in the store, and is not the one behind
/// the pseudonyms: the service that answers HTTP has no need to make those.
/// </summary>
internal static class AuditKey
{
    public const string Variable = "INFLUENCERMAP_AUDIT_KEY";

    private const int BytesMin = 16;
    private const int MadeBytes = 32;

    /// <summary>
    /// From the environment; without one, from a file beside an embedded store, made on first use for its owner alone
    /// to read.
    /// </summary>
    /// <param name="auditFile">The file of the audit; null on a server.</param>
    public static byte[] LoadOrCreate(string? auditFile)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
            return Require(text, $"The environment variable {Variable}");
        if (auditFile is null)
            throw new StoreException($"A store on a server needs {Variable}. Make one: openssl rand -hex 32");
        var path = Path.ChangeExtension(auditFile, ".key");
        if (!File.Exists(path))
            Create(path);
        return Require(File.ReadAllText(path).Trim(), $"The key file '{Path.GetFileName(path)}'");
    }

    private static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MadeBytes))));
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it in the same moment.
        }
    }

    private static byte[] Require(string text, string origin)
    {
        var key = Encoding.UTF8.GetBytes(text);
        return key.Length >= BytesMin
            ? key
            : throw new StoreException(
                $"{origin} holds {key.Length} bytes; a key has at least {BytesMin}. Make one: openssl rand -hex 32");
    }
}
