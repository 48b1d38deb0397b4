using System.Text.Json;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Cli;

/// <summary>
/// How far a professional family is seen, heard and given seats; a department where families are unknown.
/// </summary>
/// <param name="Family">As the directory writes it; null = people of whom it does not say.</param>
/// <param name="People">People of it.</param>
/// <param name="Seen">Share of them whom the sources can measure.</param>
/// <param name="Voice">Heard for its size among those seen, 1 = as large; null where it is not reported.</param>
/// <param name="VoiceLow">The 5 % value when chance draws the contacts again; null where that is not known.</param>
/// <param name="VoiceHigh">The 95 % value, likewise.</param>
/// <param name="Reading">
/// What may be said of its voice: heardMore, heardLess, asLarge, noInterval, notSeen, withheld.
/// </param>
/// <param name="Members">Members of the cohort.</param>
/// <param name="Seats">Members less the seats that its headcount would give.</param>
internal sealed record FamilyLine(
    [Shown("family", Missing = "not known")] string? Family, [Shown("people", 3)] int People,
    [Shown("seen", 4, Format = "0 %")] double Seen, [Shown("heard", 5, Format = "0.00")] double? Voice,
    double? VoiceLow, double? VoiceHigh, string Reading, [Shown("members")] int Members,
    [Shown("against headcount", 2, Format = "+0;−0;0")] int Seats)
{
    public const string TooFew = "too few people";

    public static readonly string[] Legend =
    [
        "seen: share whom these sources measure.",
        "heard: for its size among those seen, 1 = as large.",
        "against headcount: members less the seats that its number of people would give.",
    ];

    [Shown("90 %", 1, Side = Side.Right, After = nameof(Voice))]
    public string? Between => VoiceLow is { } low ? $"{low:0.00} – {VoiceHigh:0.00}" : null;

    [Shown("that is", 6, After = nameof(Reading))]
    public string? That { get; init; } = Reading switch
    {
        "heardMore" => "more than its size",
        "heardLess" => "less than its size",
        "asLarge" => "its size, or chance",
        "noInterval" => "not known: no intervals",
        "notSeen" => "not seen: ask",
        _ => TooFew,
    };

    /// <summary>Every family, the largest first, then those of whom nobody knows; empty where none is known.</summary>
    public static FamilyLine[] AllOf(
        RunNetwork network, IReadOnlySet<PersonId> memberIds, IReadOnlyList<VoiceInterval> intervals)
    {
        var (familyOf, attribute) = Graph.Influence.Voice.FamilyOf(network.People);
        var scores = network.Ranking.Where(person => person.Rank is not null)
            .ToDictionary(person => person.PersonId, person => person.Score);
        var families = network.People.People.GroupBy(familyOf)
            .OrderBy(family => family.Key is null).ThenByDescending(family => family.Count())
            .ThenBy(family => family.Key, StringComparer.Ordinal)
            .Select(family => (Name: family.Key, Ids: family.Select(person => person.Id).ToArray())).ToArray();
        int[] members = [.. families.Select(family => family.Ids.Count(memberIds.Contains))];
        var seats = Graph.Influence.Voice.Seats(members, [.. families.Select(family => family.Ids.Length)]);
        return families is [(null, _)] ? [] : [.. families.Select((family, place) =>
        {
            double[] own = [.. family.Ids.Where(scores.ContainsKey).Select(id => scores[id])];
            var voice = GroupVoice.Of(
                family.Ids.Length, own, scores.Values,
                intervals.FirstOrDefault(one => one.Attribute == attribute && one.Name == family.Name),
                family.Name is not null && Graph.Influence.Voice.RestsOnEnough(own));
            return new FamilyLine(
                family.Name, family.Ids.Length, voice.Seen, voice.Voice, voice.Low, voice.High,
                JsonNamingPolicy.CamelCase.ConvertName($"{voice.Reading}"),
                members[place], seats[place]);
        })];
    }
}
