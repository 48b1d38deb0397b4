using System.Text.Json;
using InfluencerMap.Collectors;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What became of items of a source, as the store keeps it and as people read it.</summary>
internal static class OutcomeWords
{
    private static readonly Dictionary<string, string> ReasonByCode =
        new(Enum.GetValues<Outcome>().ToDictionary(Code, Outcomes.InWords))
        {
            [CollectionOutcome.PastRetention] = "older than raw events may be kept; dropped",
            [CollectionOutcome.Erased] = "of people who were erased; left out",
        };

    public static string Code(Outcome outcome) => JsonNamingPolicy.CamelCase.ConvertName($"{outcome}");

    /// <summary>Why, in a few words; the code itself where a later version wrote it.</summary>
    public static string Reason(string code) => ReasonByCode.GetValueOrDefault(code, code);
}
