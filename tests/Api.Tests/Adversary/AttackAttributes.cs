using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Goes for departments and managers of keys, and for groups that are withheld, as a programme lead: through what
/// refusals tell, and through whom a bounded cohort holds.
/// </summary>
internal static partial class AttackAttributes
{
    private const int Targets = 60;

    public sealed record Finding(
        Scores Departments, Scores Teams, string[] Targets, Dictionary<string, int> Groups)
    {
        /// <summary>Keys whose team was asked for.</summary>
        public string[] TeamTargets { get; init; } = [];
    }

    /// <summary>Lets refusals speak.</summary>
    public static async Task<Finding> ByRefusalsAsync(Prober lead, string[] keys)
    {
        var found = new Finding(new(), new(), [.. keys.Take(Targets)], []);
        foreach (var attribute in new[] { "department", "site", "jobFamily" })
            foreach (var min in new[] { 13, 60, 200 })
                foreach (var (name, count) in Told(await lead.PostAsync(
                    "/v1/cohorts", new { size = keys.Length / 2, quotas = new[] { new { attribute, min } } })))
                    found.Groups[$"{attribute}={name}"] = count;
        // People of one group that may be named: with them alone left, any group named is another person's.
        var (unit, unitCount) = (await GroupsAsync(lead, "department")).FirstOrDefault();
        var size = Math.Min(unitCount, 60);
        var known = (await lead.PostAsync("/v1/cohorts", new
        {
            size = size, reach = "steps:1", anew = true,
            quotas = new[] { new { attribute = "department", value = unit, min = size } },
        })).Keys("members");
        if (known.Length == 0)
            return found;
        foreach (var key in known)
            found.Departments[key, unit] = 1;
        await AllButOneAsync(lead, keys, known, found.Targets, "department", unit, found.Departments);
        string[] others = [.. found.Targets.Where(key => found.Departments[key, unit] == 0)];
        await AllButOneAsync(lead, keys, known, others, "team", "", found.Teams);
        return found with { TeamTargets = others };
    }

    /// <summary>
    /// With everybody excluded but one and those of a known group, groups are named that have nobody to choose from:
    /// all but the one's and the known.
    /// </summary>
    private static async Task AllButOneAsync(
        Prober lead, string[] keys, string[] known, string[] targets, string attribute, string unit, Scores scores)
    {
        var told = new Dictionary<string, HashSet<string>>();
        foreach (var key in targets.Except(known))
        {
            told[key] = [.. Told(await lead.PostAsync("/v1/cohorts", new
            {
                size = known.Length, exclude = keys.Except([key]).Except(known),
                quotas = new[] { new { attribute, min = 1 } },
            })).Where(group => group.Count == 0).Select(group => group.Name)];
            // Who is refused in other words three times is refused for good.
            if (told.Count == 3 && told.Values.All(names => names.Count == 0))
                return;
        }
        var all = told.Values.SelectMany(names => names).Distinct().ToArray();
        foreach (var (key, names) in told)
            foreach (var name in names.SetEquals(all) ? [unit] : all.Except(names).Where(_ => names.Count > 0))
                scores[key, name] = names.Count > 0 ? 1 : 0;
    }

    /// <summary>
    /// Bounds of a group: a cohort of its people alone where that may be asked for; else whoever comes in as a group
    /// must have more seats, and whoever goes as it may have few.
    /// </summary>
    /// <returns>What is held, and of whom.</returns>
    public static async Task<(Scores Scores, string[] Focus)> ByBoundsAsync(Func<Task<Prober>> caller, string[] keys)
    {
        const int size = 40;
        var (scores, focus) = (new Scores(), new HashSet<string>());
        var groups = await GroupsAsync(await caller(), "department");
        var alone = await AskAsync(
            await caller(), new { attribute = "department", value = groups[0].Name, min = 20 }, 20);
        var lead = await caller();
        foreach (var (name, count) in groups)
        {
            if (alone.IsOk)
            {
                var all = await AskAsync(lead, new { attribute = "department", value = name, min = count }, count);
                Hold(all.Keys("members"), name, 1);
                continue;
            }
            // What is refused says how far a bound may go: to double the share of the seats, or half.
            var share = (double)count / keys.Length;
            var none = (await AskAsync(lead, null, size)).Keys("members");
            var more = (await AskAsync(lead, new
            {
                attribute = "department", value = name, min = Math.Min(size / 2, (int)Math.Floor(2 * share * size)),
            }, size)).Keys("members");
            var fewer = (await AskAsync(lead, new
            {
                attribute = "department", value = name, max = (int)Math.Ceiling(share * size / 2),
            }, size)).Keys("members");
            Hold(more.Except(none), name, none.Length > 0 ? 1 : 0);
            Hold(none.Except(fewer), name, fewer.Length > 0 ? 1 : 0);
            Hold(none.Except(more), name, more.Length > 0 ? -1 : 0);
            Hold(fewer.Except(none), name, none.Length > 0 ? -1 : 0);
        }
        return (scores, [.. focus]);

        void Hold(IEnumerable<string> held, string name, double value)
        {
            foreach (var key in held.Where(_ => value != 0))
            {
                scores.Add(key, name, value);
                if (value > 0)
                    focus.Add(key);
            }
        }

        static Task<Reply> AskAsync(Prober lead, object? quota, int size) => lead.PostAsync("/v1/cohorts", new
        {
            size, reach = "steps:1", anew = true, quotas = quota is null ? [] : new[] { quota },
        });
    }

    /// <summary>Whether a group may still be asked for in full with a person excluded, who then is not of it.</summary>
    public static async Task<(Scores Scores, string[] Focus)> ByVerdictAsync(Prober lead, string[] keys)
    {
        var scores = new Scores();
        string[] excluded = [.. keys.Take(20)];
        var (name, count) = (await GroupsAsync(lead, "department")).FirstOrDefault(
            group => group.Count <= keys.Length / 2);
        foreach (var key in excluded)
        {
            var reply = await lead.PostAsync("/v1/cohorts", new
            {
                size = count, reach = "steps:1", anew = true, exclude = new[] { key },
                quotas = new[] { new { attribute = "department", value = name, min = count } },
            });
            scores[key, name] = reply.Status == 409 ? 1 : reply.IsOk ? -1 : 0;
        }
        return (scores, excluded);
    }

    /// <summary>Which group's share rises once a person is in a cohort that is otherwise as it was.</summary>
    public static async Task<(Scores Scores, string[] Focus)> ByCoverageAsync(
        Func<Task<Prober>> caller, string[] keys)
    {
        var (scores, focus) = (new Scores(), new List<string>());
        for (var turn = 0; turn < 3; turn++)
        {
            var lead = await caller();
            var before = await AskAsync(lead, []);
            foreach (var key in keys.Except(before.Keys("members")).Except(focus).Take(19).ToArray())
            {
                focus.Add(key);
                var with = await AskAsync(lead, [key]);
                foreach (var (group, share) in SharesOf(with))
                    if (SharesOf(before).TryGetValue(group, out var was))
                        scores[key, group] = share - was;
            }
        }
        return (scores, [.. focus]);

        static Task<Reply> AskAsync(Prober lead, string[] include) =>
            lead.PostAsync("/v1/cohorts", new { size = 6, reach = "steps:1", anew = true, include });
    }

    /// <summary>Which unit loses more when one member of a cohort is among the leavers than when another is.</summary>
    public static async Task<(Scores Scores, string[] Focus)> ByLeavingAsync(Func<Task<Prober>> caller)
    {
        var (scores, seen) = (new Scores(), new HashSet<string>());
        for (var turn = 0; turn < 3; turn++)
        {
            var lead = await caller();
            var cohort = await lead.PostAsync("/v1/cohorts", new
            {
                size = 11, reach = "steps:1", anew = true, exclude = seen.Take(22),
            });
            var members = cohort.Keys("members");
            for (var shift = 0; shift < 20 && members.Length == 11; shift++)
            {
                string[] leave = [.. Enumerable.Range(0, 11).OrderBy(i => (i * 7 + shift * 5 + i * shift) % 11)
                    .Take(5).Select(i => members[i])];
                var reply = await lead.PostAsync("/v1/what-if", new { leave });
                foreach (var list in new[] { "units", "backups" })
                    foreach (var unit in reply.Json?[list] as JsonArray ?? [])
                        foreach (var key in members)
                            scores.Add(
                                key, (string?)(unit!["unit"] ?? unit["group"]) ?? "",
                                (leave.Contains(key) ? 6 : -5) * Number(unit) * (list == "units" ? 1 : 0.1));
            }
            seen.UnionWith(members);
        }
        return (scores, [.. seen]);
    }

    /// <summary>Whose key is a team of its own, and who then is in it: managers are asked for by key.</summary>
    public static async Task<Scores> ByTeamAsync(Prober lead, IEnumerable<string> keys)
    {
        var scores = new Scores();
        foreach (var value in keys)
        {
            var reply = await lead.PostAsync("/v1/cohorts", new
            {
                size = 5, reach = "steps:1", anew = true, quotas = new[] { new { attribute = "team", value, max = 5 } },
            });
            scores[value] = reply.IsOk ? 1 : 0;
        }
        return scores;
    }

    public static async Task<List<(string Name, int Count)>> GroupsAsync(Prober caller, string by)
    {
        var reply = await caller.GetAsync($"/v1/groups?by={by}");
        return [.. (reply.Json?["groups"]?.AsArray() ?? [])
            .Select(group => ((string)group!["name"]!, (int?)group["personCount"] ?? 0))];
    }

    private static Dictionary<string, double> SharesOf(Reply reply) =>
        (reply.Json?["groups"] as JsonArray ?? reply.Json?["certificate"]?["groups"] as JsonArray ?? [])
            .Where(group => (string?)group!["attribute"] is null or "department")
            .ToDictionary(group => (string)(group!["group"] ?? group["name"])!, group => Number(group));

    /// <summary>The figure of an entry, whatever it is called.</summary>
    private static double Number(JsonNode? entry) => entry is JsonObject fields
        ? fields.Select(field => field.Value).OfType<JsonValue>()
            .Select(value => value.TryGetValue(out double number) ? number : 0).LastOrDefault(number => number != 0)
        : 0;

    /// <summary>Groups that a refusal names, with how many there are to choose from.</summary>
    private static IEnumerable<(string Name, int Count)> Told(Reply reply) => reply.Status == 409
        ? Group().Matches(reply.Text).Select(match => (
            match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)))
        : [];

    [GeneratedRegex(@"\w+=([\w &]+?) has (\d+) to choose from")]
    private static partial Regex Group();
}
