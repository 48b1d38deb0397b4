using System.Text.Json.Nodes;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Goes for the ties of keys as a programme lead: whom does a cohort not reach that holds one person alone? Where
/// that is refused, whom does a cohort do without once a person is in it, and whom does the wait list?
/// </summary>
internal static class AttackTies
{
    private const int FocusAlone = 60, FocusIncluded = 19, Callers = 3;

    /// <param name="caller">Makes a caller whom no limit counts against yet.</param>
    /// <param name="keys">All keys.</param>
    public static async Task<(Scores Scores, string[] Focus)> RunAsync(Func<Task<Prober>> caller, string[] keys)
    {
        var (lead, scores) = (await caller(), new Scores());
        foreach (var size in new[] { 1, 2, 3, 5 })
            if (await ReachedAsync(lead, keys[0], size) is not null)
            {
                string[] focus = [.. keys.Take(FocusAlone)];
                foreach (var key in focus)
                    foreach (var reached in await ReachedAsync(lead, key, size, keys) ?? [])
                        scores[key, reached] = 1;
                return (scores, focus);
            }
        var chosen = new List<string>();
        for (var turn = 0; turn < Callers; turn++)
            chosen.AddRange(await ByChangesAsync(await caller(), keys, chosen, scores));
        return (scores, [.. chosen]);
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
    private static async Task<string[]> ByChangesAsync(
        Prober lead, string[] keys, IReadOnlyCollection<string> done, Scores scores)
    {
        const int size = 14;
        var before = await AskAsync([]);
        // Whoever is nearly a member shows most: the wait list and those after.
        string[] focus = [.. before.Keys("waitList").Concat(keys).Except(before.Keys("members")).Except(done)
            .Distinct().Take(FocusIncluded)];
        var dropped = new Dictionary<string, Dictionary<string, double>>();
        foreach (var key in focus)
        {
            var with = await AskAsync([key]);
            if (!with.IsOk || !before.IsOk)
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
        return focus;

        Task<Reply> AskAsync(string[] include) => lead.PostAsync("/v1/cohorts", new
        {
            size, include, reach = "steps:1", waitList = size, anew = true,
        });
    }
}
