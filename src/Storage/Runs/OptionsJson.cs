using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>A run's options as stored: one text for the same options, fit to be hashed.</summary>
public static class OptionsJson
{
    /// <summary>
    /// The options of all stages in one flat object, in the order in which runs have stored them since the first: their
    /// hash rests on it. What is new comes last.
    /// </summary>
    private static readonly string[] Order =
    [
        "preset", "nominations", "directed", "countOnly", "delegateShare", "delegatedMax", "bots", "audienceMax",
        "dilution", "meetingPeopleMax", "oncePerSeriesWeek", "oncePerEvent", "listMembersMax", "perPairDayMax",
        "daysMin", "reciprocalOnly", "reciprocityDays", "balance", "halfLifeDays", "rates", "roles", "channels",
        "meetingUnitMinutes", "backbone", "backboneKeep", "eventsMin", "activeWeeksMin", "historyDaysMin",
        "surpriseDaysMin", "mappedShareMin", "lengths", "blend",
    ];

    private static readonly string[] Stages = ["cleaning", "weighing", "extracting", "measuring", "blending"];

    public static string Write(InfluenceOptions options)
    {
        var flat = new JsonObject();
        var known = ByStage(options).SelectMany(stage => stage).Where(option => !Stages.Contains(option.Key))
            .DistinctBy(option => option.Key).ToDictionary();
        foreach (var name in Order.Union(known.Keys))
            flat.Add(name, known[name]?.DeepClone());
        return flat.ToJsonString();
    }

    /// <summary>Options that an older program did not know have their defaults.</summary>
    public static InfluenceOptions Read(string json)
    {
        var stored = JsonNode.Parse(json) as JsonObject ?? throw new StoreException("A stored run has no options.");
        JsonObject[] parts = [.. ByStage(InfluenceOptions.Default)];
        foreach (var part in parts)
            Overwrite(part, new(stored.Where(option => part.ContainsKey(option.Key))
                .Select(option => KeyValuePair.Create(option.Key, option.Value?.DeepClone()))));
        return parts[0].Deserialize(RunJson.Default.InfluenceOptions)!;
    }

    /// <summary>The object of all options, and within it that of each stage.</summary>
    private static IEnumerable<JsonObject> ByStage(InfluenceOptions options)
    {
        var root = JsonSerializer.SerializeToNode(options, RunJson.Default.InfluenceOptions)!.AsObject();
        return [root, .. Stages.Select(stage => root[stage]!.AsObject())];
    }

    /// <summary>Every option as a run's manifest spells it, parts after a dot (<c>roles.cc</c>).</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> List(InfluenceOptions options) =>
        [.. Leaves("", JsonNode.Parse(Write(options)))];

    /// <summary>The options with one of them changed; null where there is no such option.</summary>
    /// <param name="options">The others.</param>
    /// <param name="name">As <see cref="List"/> spells it.</param>
    /// <param name="value">A number, true, false or null.</param>
    /// <exception cref="JsonException">The value is none that the option takes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of the option's bounds.</exception>
    public static InfluenceOptions? With(InfluenceOptions options, string name, string value)
    {
        var root = JsonNode.Parse(Write(options))!;
        var (node, parts) = (root, name.Split('.'));
        foreach (var part in parts[..^1])
            node = node is JsonObject inner ? inner[part] : null;
        if (node is not JsonObject parent || !parent.ContainsKey(parts[^1]))
            return null;
        parent[parts[^1]] = JsonNode.Parse(value);
        return Read(root.ToJsonString());
    }

    /// <summary>By hand: what a text leaves out would be read as 0, not as its default.</summary>
    private static void Overwrite(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            if (value is JsonObject inner && target[name] is JsonObject parts)
                Overwrite(parts, inner);
            else
                target[name] = value?.DeepClone();
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Leaves(string prefix, JsonNode? node) =>
        node is JsonObject parts
            ? parts.SelectMany(part => Leaves(prefix.Length == 0 ? part.Key : $"{prefix}.{part.Key}", part.Value))
            : [new(prefix, node?.ToJsonString() ?? "null")];
}

/// <summary>A half-life may be infinite, which JSON has no number for.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(InfluenceOptions))]
[JsonSerializable(typeof(IReadOnlyList<StepDuration>))]
[JsonSerializable(typeof(IReadOnlyList<RunSource>))]
[JsonSerializable(typeof(RunDetails))]
internal sealed partial class RunJson : JsonSerializerContext;
