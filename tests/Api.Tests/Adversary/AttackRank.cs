using System.Text.Json.Nodes;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Goes for ranks as a programme lead: who enters the scenario when one more of the top leaves? Where that is
/// refused, what does a list of one's own cover with one person exchanged, and a cohort with one member fixed?
/// </summary>
internal static class AttackRank
{
    private const int TopMost = 60, Callers = 3, TargetsEach = 20, Fixed = 4;

    /// <param name="Scores">The higher, the higher the place is held to be.</param>
    /// <param name="Targets">Keys gone for.</param>
    /// <param name="Lists">Members and wait lists seen.</param>
    public sealed record Finding(Scores Scores, string[] Targets, List<HashSet<string>> Lists);

    /// <param name="caller">Makes a caller whom no limit counts against yet.</param>
    /// <param name="keys">All keys.</param>
    public static async Task<Finding> RunAsync(Func<Task<Prober>> caller, string[] keys)
    {
        var (lead, scores, seen) = (await caller(), new Scores(), new HashSet<string>());
        for (var top = 1; top <= TopMost; top++)
        {
            var reply = await lead.PostAsync("/v1/what-if", new { top });
            if (!reply.IsOk)
                break;
            foreach (var key in Leavers(reply).Where(seen.Add))
                scores[key] = TopMost - top + 1;
        }
        return seen.Count > 1 ? new(scores, [.. seen], []) : await ByListsAsync(caller, keys);
    }

    /// <summary>Each list of one's own has four people in common: what it covers differs by the fifth alone.</summary>
    private static Task<Finding> ByListsAsync(Func<Task<Prober>> caller, string[] keys) => InTurnAsync(
        caller, [.. keys.Skip(Fixed)],
        (lead, key, place) => lead.PostAsync("/v1/cohorts", new
        {
            size = 5 + place % 2, reach = "steps:1", waitList = 5, anew = true, compare = keys.Take(Fixed).Append(key),
        }),
        answer => (answer["compared"] as JsonArray ?? [])
            .FirstOrDefault(row => ((string?)row!["name"])?.Contains("own", StringComparison.Ordinal) == true));

    /// <summary>What a cohort covers in which one member is fixed and the others are chosen.</summary>
    public static Task<Finding> ByIncludingAsync(Func<Task<Prober>> caller, string[] keys) => InTurnAsync(
        caller, [.. keys.Skip(100)],
        (lead, key, _) => lead.PostAsync(
            "/v1/cohorts", new { size = 6, reach = "steps:1", anew = true, include = new[] { key } }),
        answer => answer["certificate"]);

    private static async Task<Finding> InTurnAsync(
        Func<Task<Prober>> caller, string[] keys, Func<Prober, string, int, Task<Reply>> ask,
        Func<JsonNode, JsonNode?> figureOf)
    {
        var (scores, lists) = (new Scores(), new List<HashSet<string>>());
        string[] targets = [.. keys.Take(Callers * TargetsEach)];
        foreach (var turn in targets.Chunk(TargetsEach))
        {
            var lead = await caller();
            foreach (var (place, key) in turn.Index())
            {
                var reply = await ask(lead, key, place);
                // Included people are members: nothing follows from that.
                lists.Add([.. reply.Keys("members").Concat(reply.Keys("waitList")).Except([key])]);
                var figure = reply.Json is JsonObject answer ? figureOf(answer) : null;
                scores[key] = (double?)(figure?["coverage"] ?? figure?["share"]) ?? 0;
            }
        }
        return new(scores, targets, lists);
    }

    private static IEnumerable<string> Leavers(Reply reply) => reply.Json?["backups"] is JsonArray backups
        ? backups.Select(backup => (string?)backup!["leaver"]).OfType<string>()
        : [];
}
