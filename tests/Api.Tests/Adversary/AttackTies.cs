using System.Text.Json.Nodes;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Goes for the ties of keys as a programme lead: whom does a cohort not reach that holds one person alone (B1)? Where
/// that is refused, whom does a cohort do without once a person is in it, and whom does the wait list?
/// </summary>
internal static class AttackTies
{
    private const int FocusAlone = 60, FocusIncluded = 19;

    public static async Task<(Scores Scores, string[] Focus)> RunAsync(Prober lead, string[] keys)
    {
        var scores = new Scores();
        foreach (var size in new[] { 1, 2, 3, 5 })
            if (await ReachedAsync(lead, keys[0], size) is not null)
            {
                string[] focus = [.. keys.Take(FocusAlone)];
                foreach (var key in focus)
                    foreach (var reached in await ReachedAsync(lead, key, size, keys) ?? [])
                        scores[key, reached] = 1;
                return (scores, focus);
            }
        return await ByChangesAsync(lead, keys);
    }

    /// <summary>Whom a cohort of one person reaches in one step; null where answers do not say it.</summary>
    private static async Task<IEnumerable<string>?> ReachedAsync(
        Prober lead, string key, int size, string[]? keys = null)
    {
        var reply = await lead.PostAsync("/v1/cohorts", new
        {
            size, reach = "steps:1", include = new[] { key }, anew = true,
        });
        if (!reply.IsOk || reply.Json!["neverReached"] is not JsonArray || reply.Keys("members").Length != size)
            return null;
        return (keys ?? []).Except(reply.Keys("neverReached")).Except(reply.Keys("members"));
    }

    /// <summary>A person whom a member is tied to adds less, and so drops out when that member is fixed.</summary>
    private static async Task<(Scores Scores, string[] Focus)> ByChangesAsync(Prober lead, string[] keys)
    {
        const int size = 14;
        var scores = new Scores();
        var before = await AskAsync([]);
        if (!before.IsOk)
            return (scores, [.. keys.Take(FocusIncluded)]);
        // Whoever is nearly a member shows most: the wait list and those after.
        string[] focus = [.. before.Keys("waitList").Concat(keys).Except(before.Keys("members")).Distinct()
            .Take(FocusIncluded)];
        var dropped = new Dictionary<string, Dictionary<string, double>>();
        foreach (var key in focus)
        {
            var with = await AskAsync([key]);
            if (!with.IsOk)
                continue;
            dropped[key] = before.Keys("members").Except(with.Keys("members")).ToDictionary(one => one, _ => 1.0);
            foreach (var one in before.Keys("waitList").Except(with.Keys("waitList")).Except(with.Keys("members")))
                dropped[key][one] = 0.5;
            // Whoever comes in is far from whoever was fixed.
            foreach (var one in with.Keys("members").Concat(with.Keys("waitList"))
                .Except(before.Keys("members")).Except(before.Keys("waitList")).Except([key]))
                dropped[key][one] = -0.5;
        }
        foreach (var (key, changes) in dropped)
            foreach (var (one, change) in changes)
                scores[key, one] = change - dropped.Values.Average(other => other.GetValueOrDefault(one));
        return (scores, focus);

        Task<Reply> AskAsync(string[] include) => lead.PostAsync("/v1/cohorts", new
        {
            size, include, reach = "steps:1", waitList = size, anew = true,
        });
    }
}
