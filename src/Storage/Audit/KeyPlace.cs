using System.Security.Cryptography;
using System.Text;

namespace InfluencerMap.Storage;

/// <summary>
/// Where a key of the customer is: in an environment variable, else in a file next to an embedded store. Never in the
/// store.
/// </summary>
/// <param name="Variable">The environment variable.</param>
public sealed record KeyPlace(string Variable)
{
    public const string HowToMake = "Make one: openssl rand -hex 32";

    private const int BytesMin = 16;
    private const int MadeBytes = 32;

    public bool IsVariableSet => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>The key file beside a database file, as a message names it.</summary>
    public static string NameOf(string file) => $"'{Path.GetFileName(PathOf(file))}'";

    /// <summary>Where the key file beside a database file lies, from the folder at hand if below it.</summary>
    public static string ShowPath(string file)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, PathOf(file));
        return $"'{(relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(PathOf(file)) : relative)}'";
    }

    /// <summary>From the variable, else from the file. Null where neither is.</summary>
    /// <param name="file">The database file that the key file lies beside; null on a server.</param>
    public byte[]? Find(string? file) => FromVariable() ?? FromFile(file);

    /// <summary>Null where the variable is not set.</summary>
    public byte[]? FromVariable() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text
        ? Parse(text, $"The environment variable {Variable}")
        : null;

    /// <summary>Null where there is no such file.</summary>
    public static byte[]? FromFile(string? file) => file is not null && File.Exists(PathOf(file))
        ? Parse(File.ReadAllText(PathOf(file)).Trim(), $"The key file {NameOf(file)}")
        : null;

    /// <summary>Makes a key file for its owner alone to read, so that a trial needs no set-up.</summary>
    public static byte[] Create(string file)
    {
        try
        {
            using var made = PrivateFile.Create(PathOf(file));
            made.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MadeBytes))));
        }
        catch (IOException) when (File.Exists(PathOf(file)))
        {
            // Another process made it in the same moment.
        }
        return FromFile(file)!;
    }

    /// <summary>How long the key is, and where it comes from.</summary>
    /// <param name="key">The key.</param>
    /// <param name="file">As for <see cref="Find"/>.</param>
    /// <param name="apartFrom">Which backups must not lie with the key file.</param>
    public string Describe(byte[] key, string? file, string apartFrom) => IsVariableSet || file is null
        ? $"{key.Length} bytes from {Variable}"
        : $"{key.Length} bytes from {NameOf(file)}; keep it apart from {apartFrom}";

    /// <summary>What to do where the key is another than it was.</summary>
    public string Remedy(string? file) =>
        $"Set {Variable} as it was" + (file is null ? "" : $", or put {NameOf(file)} back") + ".";

    private static string PathOf(string file) => Path.ChangeExtension(file, ".key");

    private static byte[] Parse(string text, string origin)
    {
        var key = Encoding.UTF8.GetBytes(text);
        return key.Length >= BytesMin
            ? key
            : throw new StoreException(
                $"{origin} holds {key.Length} bytes; a key has at least {BytesMin}. {HowToMake}");
    }
}
