namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Goes for ranks as a programme lead: who enters the scenario when one more of the top leaves (M3)? Where that is
/// refused, what does a list of one's own cover with one person exchanged, and whom do larger cohorts take first?
/// </summary>
internal static class AttackRank
{
    private const int TopMost = 60;

    public sealed record Finding(Scores Scores, string[] Targets, List<HashSet<string>> Lists);

    public static async Task<Finding> RunAsync(Prober lead, string[] keys)
    {
        var (scores, seen) = (new Scores(), new HashSet<string>());
        for (var top = 1; top <= TopMost; top++)
        {
            var reply = await lead.PostAsync("/v1/what-if", new { top });
            if (!reply.IsOk)
                break;
            foreach (var key in Leavers(reply).Where(seen.Add))
                scores[key] = TopMost - top + 1;
        }
        return seen.Count > 1 ? new(scores, [.. seen], []) : await ByListsAsync(lead, keys);
    }

    /// <summary>Each list of one's own has four people in common: what it covers differs by the fifth alone.</summary>
    private static async Task<Finding> ByListsAsync(Prober lead, string[] keys)
    {
        var (scores, lists) = (new Scores(), new List<HashSet<string>>());
        string[] targets = [.. keys.Skip(4).Take(20)];
        foreach (var (place, key) in targets.Index())
        {
            var reply = await lead.PostAsync("/v1/cohorts", new
            {
                size = 5 + place % 2, reach = "steps:1", waitList = 5, anew = true,
                compare = keys.Take(4).Append(key),
            });
            lists.Add([.. reply.Keys("members"), .. reply.Keys("waitList")]);
            var own = (reply.Json?["compared"]?.AsArray() ?? [])
                .FirstOrDefault(row => ((string?)row!["name"])?.Contains("own") == true);
            scores[key] = (double?)(own?["share"] ?? own?["coverage"]) ?? 0;
        }
        return new(scores, targets, lists);
    }

    /// <summary>What a cohort covers in which one member is fixed and the others are chosen.</summary>
    public static async Task<Finding> ByIncludingAsync(Prober lead, string[] keys)
    {
        var (scores, lists) = (new Scores(), new List<HashSet<string>>());
        string[] targets = [.. keys.Skip(30).Take(20)];
        foreach (var key in targets)
        {
            var reply = await lead.PostAsync(
                "/v1/cohorts", new { size = 6, reach = "steps:1", anew = true, include = new[] { key } });
            // Included people are members: nothing follows from that.
            lists.Add([.. reply.Keys("members").Except([key])]);
            var certificate = reply.Json?["certificate"];
            scores[key] = (double?)(certificate?["coverage"] ?? certificate?["share"]) ?? 0;
        }
        return new(scores, targets, lists);
    }

    private static IEnumerable<string> Leavers(Reply reply) =>
        reply.Json?["backups"] is System.Text.Json.Nodes.JsonArray backups
            ? backups.Select(backup => (string?)backup!["leaver"]).OfType<string>()
            : [];
}
