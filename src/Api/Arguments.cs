namespace InfluencerMap.Api;

/// <summary>
/// The words of the API's command line. The configuration passes over what it does not know, so that a slip would start
/// the API without what was asked for.
/// </summary>
internal static class Arguments
{
    /// <summary>Ends the API when its standard input ends: so does whoever started it, however that comes.</summary>
    public const string UntilInputEnds = "--until-input-ends";

    private static readonly string[] Settings =
        ["--store", "--urls", "--http_ports", "--https_ports", "--AllowedHosts", "--log-format"];

    private static readonly string[] Switches =
        [Defaults.DevelopmentNoAuth, Defaults.BehindTlsProxy, UntilInputEnds];

    private static readonly string[] Sections =
        ["InfluencerMap", "Logging", "Kestrel", "Authentication", "HostFiltering", "hostBuilder"];

    /// <summary>What programs say that start the API as a library: tests, and the OpenAPI step of the build.</summary>
    private static readonly string[] HostSettings =
        ["--environment", "--contentRoot", "--applicationName", "--webroot", "--preventHostingStartup"];

    /// <summary>What the configuration understands: the switches have no value.</summary>
    public static string[] ForConfiguration(string[] args) => [.. args.Where(word => !Switches.Contains(word))];

    /// <exception cref="NotStartedException">A word that is not known, or one without its value.</exception>
    public static void Require(string[] args)
    {
        var words = ForConfiguration(args);
        for (var at = 0; at < words.Length; at++)
        {
            // Whatever stands behind the sign may be a secret, and so may a word that stands alone.
            var name = words[at].Split('=')[0];
            if (!IsKnown(name))
                throw new NotStartedException(
                    (name.StartsWith("--", StringComparison.Ordinal)
                        ? $"Nothing here is called '{name}'."
                        : "An argument is no option: options begin with --.")
                    + $" The API takes {string.Join(", ", [.. Settings, .. Switches])} and settings such as "
                    + $"--{AccessSettings.Section}:Authority; 'influencermap serve --help' explains the usual ones.");
            if (name.Length < words[at].Length)
                continue;
            if (++at == words.Length)
                throw new NotStartedException($"{name} wants a value.");
        }
    }

    private static bool IsKnown(string name) =>
        Settings.Concat(HostSettings).Contains(name, StringComparer.OrdinalIgnoreCase)
        // The section alone, without a value, is how the host of a test hands it on.
        || Sections.Any(section => $"{name}:".StartsWith($"--{section}:", StringComparison.OrdinalIgnoreCase));
}
