namespace InfluencerMap.Api;

/// <summary>
/// What must be settled before anybody is named, from the configuration's section InfluencerMap:Launch: each entry says
/// in a few words where that stands.
/// </summary>
internal sealed record LaunchChecklist
{
    private const string Section = "InfluencerMap:Launch";

    private static readonly string[] Entries = ["Purpose", "LegalBasis", "Dpia", "Agreement", "Notice"];

    private LaunchChecklist(string[] missing) => Missing = missing;

    /// <summary>Settings that say nothing yet.</summary>
    public IReadOnlyList<string> Missing { get; }

    public static LaunchChecklist From(IConfiguration configuration) => new(
        [.. Entries.Select(entry => $"{Section}:{entry}").Where(key => string.IsNullOrWhiteSpace(configuration[key]))]);
}
