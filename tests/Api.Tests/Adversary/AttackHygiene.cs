namespace InfluencerMap.Tests.Adversary;

/// <summary>Goes for what rules touched of few people, as HR: where it is told, and by subtracting what is.</summary>
internal static class AttackHygiene
{
    /// <returns>By rule: how much it touched of whom.</returns>
    public static async Task<Dictionary<string, long>> RunAsync(Prober hr)
    {
        var found = new Dictionary<string, long>();
        var reply = await hr.GetAsync("/v1/runs/latest/hygiene");
        foreach (var rule in reply.Json?["rules"]?.AsArray() ?? [])
            if ((long?)rule!["count"] is { } count)
                found[(string)rule["name"]!] = count;
        var run = (await hr.GetAsync("/v1/runs/latest")).Json;
        foreach (var rule in run?["rules"]?.AsArray() ?? [])
            if ((long?)rule!["count"] is { } count)
                found[(string)rule["rule"]!] = count;
        // Those without a rank are everybody less those with one.
        if (!found.ContainsKey("few-events") && (int?)run?["personCount"] - (int?)run?["rankedCount"] is { } unranked)
            found["few-events"] = unranked;
        return found;
    }

    /// <summary>Share of the rules that touched few people of which the adversary knows how much.</summary>
    public static (double Recovered, string[] Known) Judge(Dictionary<string, long> found)
    {
        var few = MadeCompany.Hygiene.Where(rule => rule.PersonCount < 10).ToArray();
        string[] known = [.. few.Where(rule => found.GetValueOrDefault(rule.Rule, -1) == rule.Count)
            .Select(rule => rule.Rule)];
        return ((double)known.Length / few.Length, known);
    }
}
