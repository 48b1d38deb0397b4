using System.Text.Json;
using System.Text.Json.Serialization;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>A run's options as stored: one text for the same options, fit to be hashed.</summary>
public static class OptionsJson
{
    public static string Write(InfluenceOptions options) =>
        JsonSerializer.Serialize(options, RunJson.Default.InfluenceOptions);

    public static InfluenceOptions Read(string json) =>
        JsonSerializer.Deserialize(json, RunJson.Default.InfluenceOptions)
        ?? throw new StoreException("A stored run has no options.");
}

/// <summary>A half-life may be infinite, which JSON has no number for.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(InfluenceOptions))]
[JsonSerializable(typeof(IReadOnlyList<StepDuration>))]
internal sealed partial class RunJson : JsonSerializerContext;
