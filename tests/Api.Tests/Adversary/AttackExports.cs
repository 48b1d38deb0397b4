namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Goes for ties as the data-protection officer: others are numbers of one export alone, but a tie stands in the
/// exports of both with the same strength.
/// </summary>
internal static class AttackExports
{
    public static async Task<(Scores Scores, string[] Focus)> RunAsync(Prober officer, string[] keys, int most)
    {
        var scores = new Scores();
        var strengths = new Dictionary<string, HashSet<string>>();
        foreach (var key in keys.Take(most))
        {
            var export = (await officer.GetAsync($"/v1/people/{key}/export")).Json;
            strengths[key] = [];
            foreach (var section in export?["sections"]?.AsArray() ?? [])
            {
                if ((string?)section!["table"] is not ("run_ties" or "interactions"))
                    continue;
                var columns = section["columns"]!.AsArray().Select(column => (string)column!).ToArray();
                var told = Enumerable.Range(0, columns.Length).Where(i => columns[i] is "strength" or "at").ToArray();
                foreach (var row in section["rows"]!.AsArray())
                    foreach (var i in told)
                        strengths[key].Add($"{columns[i]} {row![i]?.ToJsonString()}");
            }
        }
        foreach (var (one, ofOne) in strengths)
            foreach (var (other, ofOther) in strengths)
                if (one != other)
                    scores[one, other] = ofOne.Intersect(ofOther).Count();
        return (scores, [.. strengths.Keys]);
    }

    /// <summary>Ranks from the audit: which answers held whom, and in which order.</summary>
    public static async Task<Scores> RanksAsync(Prober officer, string[] keys)
    {
        var scores = new Scores();
        var page = await officer.GetAsync("/v1/audit?take=500");
        foreach (var line in page.Json?["actions"]?.AsArray() ?? [])
        {
            var detail = (string?)line!["detail"] ?? "";
            if (!detail.Contains("/v1/rankings/", StringComparison.Ordinal))
                continue;
            var shown = line["keys"]!.AsArray().Select(key => (string)key!).Where(keys.Contains).ToArray();
            var after = System.Text.RegularExpressions.Regex.Match(detail, @"after=(\d+)");
            var first = after.Success ? int.Parse(after.Groups[1].Value) : 0;
            foreach (var (place, key) in shown.Index())
                scores[key] = -(first + place) - 1;
        }
        return scores;
    }
}
