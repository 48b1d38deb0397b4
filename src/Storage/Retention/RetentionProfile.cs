using System.Text.Json;

namespace InfluencerMap.Storage;

/// <summary>How long a country's rules let raw events be kept without an agreement.</summary>
/// <param name="Name">As <c>it-IT</c>.</param>
/// <param name="RawDaysMax">Days; no profile is without a limit.</param>
/// <param name="Source">Where the limit comes from.</param>
public sealed record RetentionProfile(string Name, int RawDaysMax, string Source)
{
    /// <summary>Every profile, from one file.</summary>
    public static IReadOnlyList<RetentionProfile> All { get; } = Read();

    /// <summary>What to do where none is chosen: whose rules hold is not for a program to say.</summary>
    public static string HowToChoose { get; } =
        $"Choose one of {string.Join(", ", All.Select(p => p.Name))}: influencermap retention --profile NAME";

    /// <exception cref="StoreException">No such profile.</exception>
    public static RetentionProfile Named(string name) =>
        All.FirstOrDefault(profile => profile.Name == name)
        ?? throw new StoreException(
            $"There is no retention profile '{name}'. Take one of {string.Join(", ", All.Select(p => p.Name))}.");

    private static RetentionProfile[] Read()
    {
        using var file = typeof(RetentionProfile).Assembly.GetManifestResourceStream("Retention/profiles.json")!;
        return JsonSerializer.Deserialize<RetentionProfile[]>(file, JsonSerializerOptions.Web)!;
    }
}
