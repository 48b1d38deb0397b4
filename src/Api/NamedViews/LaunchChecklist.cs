namespace InfluencerMap.Api;

/// <summary>
/// What must be settled before anybody is named, from the configuration's section InfluencerMap:Launch: each entry says
/// in a few words where that stands.
/// </summary>
internal static class LaunchChecklist
{
    private const string Section = "InfluencerMap:Launch";

    private static readonly string[] Entries = ["Purpose", "LegalBasis", "Dpia", "Agreement", "Notice"];

    /// <summary>Settings that say nothing yet.</summary>
    public static string[] Missing(IConfiguration configuration) =>
        [.. Entries.Select(entry => $"{Section}:{entry}").Where(key => string.IsNullOrWhiteSpace(configuration[key]))];
}
