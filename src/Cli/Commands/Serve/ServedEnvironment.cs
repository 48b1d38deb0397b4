namespace InfluencerMap.Cli;

/// <summary>
/// The variables that the API is started with: those that are named here, so that a secret which somebody adds for a
/// collector tomorrow stays with the command line.
/// </summary>
internal static class ServedEnvironment
{
    private const string Store = "InfluencerMap__Store";
    private const string FileSuffix = "_FILE";

    private static readonly string[] Names =
    [
        // The audit is the API's own to write.
        "INFLUENCERMAP_AUDIT_KEY", "INFLUENCERMAP_AUDIT_KEY_FILE",
        "ALLOWEDHOSTS", "URLS", "HTTP_PORTS", "HTTPS_PORTS",
        // The machine: where programs, home, temporary files, certificates and the proxy are.
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "TZ", "TZDIR", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH",
        "SSL_CERT_DIR", "SSL_CERT_FILE", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "KRB5CCNAME",
        "KRB5_CONFIG", "TERM", "NO_COLOR",
        "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERNAME", "USERDOMAIN", "USERPROFILE", "APPDATA",
        "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "COMPUTERNAME", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    ];

    private static readonly string[] Prefixes =
        ["InfluencerMap__", "Logging__", "Kestrel__", "ASPNETCORE_", "DOTNET_", "COMPlus_", "OTEL_", "LC_", "XDG_"];

    /// <summary>What of these variables the API gets, with the store that it is to serve.</summary>
    public static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> variables, string store)
    {
        var passed = variables.Where(one => IsPassed(one.Key)).ToDictionary();
        // A secret that lies in a file stays there: this program has read it, and the API reads it for itself.
        foreach (var file in passed.Keys.Where(name => name.EndsWith(FileSuffix, StringComparison.Ordinal)).ToArray())
            passed.Remove(file[..^FileSuffix.Length]);
        passed[Store] = store;
        return passed;
    }

    private static bool IsPassed(string name) =>
        !name.Equals(Store, StringComparison.OrdinalIgnoreCase)
        && !name.Equals(Store + FileSuffix, StringComparison.OrdinalIgnoreCase)
        && (Names.Contains(name, StringComparer.OrdinalIgnoreCase)
            || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
}
