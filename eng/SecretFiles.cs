namespace InfluencerMap;

/// <summary>
/// A secret may lie in a file, as systemd, Docker, Kubernetes and the drivers of vaults hand it over: a variable of the
/// same name and <c>_FILE</c> says where. Compiled into the two programs, and called before anything reads a variable.
/// </summary>
internal static class SecretFiles
{
    private const string Prefix = "INFLUENCERMAP_";
    private const string Suffix = "_FILE";
    private const int CharactersMax = 64 * 1024;

    /// <summary>Sets each variable that a file holds, inside this process alone: its real environment stays.</summary>
    /// <returns>Why the program must not start, without anything of a secret; null where all is well.</returns>
    public static string? Use()
    {
        foreach (var variable in Environment.GetEnvironmentVariables().Keys.Cast<string>())
            if (variable.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                && variable.EndsWith(Suffix, StringComparison.Ordinal)
                && Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path)
            {
                var secret = variable[..^Suffix.Length];
                if (Environment.GetEnvironmentVariable(secret) is { Length: > 0 })
                    return $"Both {secret} and {variable} are set. Keep one of them.";
                if (Read(path) is not { } text)
                    return $"The file that {variable} names cannot be read by this user, is empty, or is longer than "
                        + $"{CharactersMax / 1024} KiB. Put the secret there, alone, or unset the variable.";
                Environment.SetEnvironmentVariable(secret, text);
            }
        return null;
    }

    private static string? Read(string path)
    {
        try
        {
            using var file = new StreamReader(path);
            var buffer = new char[CharactersMax + 1];
            var length = file.ReadBlock(buffer);
            var text = new string(buffer, 0, length).Trim();
            return length <= CharactersMax && text.Length > 0 ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
