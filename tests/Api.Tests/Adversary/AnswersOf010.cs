using System.Text.Json.Nodes;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Cohorts and scenarios as version 0.1.0 answered and refused them, computed from the truth. For tests alone: each
/// hole that was mended opens again, one at a time, to see that the adversary would find it.
/// </summary>
internal sealed class AnswersOf010
{
    private readonly MadeCompany _company;
    private readonly Dictionary<int, HashSet<int>> _ties;

    public AnswersOf010(MadeCompany company)
    {
        _company = company;
        int[] present = [.. company.Present.Select(one => one.Number)];
        _ties = present.ToDictionary(
            one => one, one => present.Where(other => company.AreTied(one, other)).ToHashSet());
    }

    /// <param name="request">The body.</param>
    /// <param name="ties">Whom nobody reaches is named.</param>
    /// <param name="refusals">Groups that are too small are named and counted.</param>
    public (int Status, JsonNode Answer)? Cohort(JsonNode request, bool ties, bool refusals)
    {
        var chosen = Eligible(request);
        if (Refusal(request, chosen) is { } refusal)
            return refusals ? (409, new JsonObject { ["status"] = 409, ["title"] = "", ["detail"] = refusal }) : null;
        var size = (int?)request["size"] ?? 30;
        var members = Numbers(request["include"]).ToList();
        var reached = members.SelectMany(Reached).ToHashSet();
        foreach (var next in Bounded(request, chosen).Except(members).Take(size - members.Count).ToArray())
            members.Add(next);
        reached.UnionWith(members.SelectMany(Reached));
        var wanted = size - members.Count + ((int?)request["waitList"] ?? 0);
        members.AddRange(Greedily(chosen.Except(members), reached, wanted).ToArray());
        var waiting = members.Skip(size).ToArray();
        members = [.. members.Take(size)];
        var covered = members.SelectMany(Reached).ToHashSet();
        var answer = new JsonObject
        {
            ["run"] = MadeCompany.LatestRun,
            ["members"] = new JsonArray([.. members.Select(one => new JsonObject { ["key"] = _company.KeyOf(one) })]),
            ["waitList"] = new JsonArray([.. waiting.Select(one => new JsonObject { ["key"] = _company.KeyOf(one) })]),
        };
        if (ties)
            answer["neverReached"] = new JsonArray([.. _ties.Keys.Except(covered)
                .Select(one => (JsonNode)_company.KeyOf(one))]);
        return (200, answer);
    }

    /// <summary>Those of the first places who would leave, each with who could stand in.</summary>
    public JsonNode? Scenario(JsonNode request) => (int?)request["top"] is not { } top ? null : new JsonObject
    {
        ["run"] = MadeCompany.LatestRun,
        ["backups"] = new JsonArray([.. _company.Ranks.Where(one => one.Value <= top).Select(one => new JsonObject
        {
            ["leaver"] = one.Key,
            ["key"] = _company.Ranks.First(other => other.Value > top).Key,
            ["overlap"] = 0.1,
        })]),
    };

    private int[] Eligible(JsonNode request)
    {
        var chosen = _ties.Keys.Except(Numbers(request["exclude"]));
        return [.. (string?)request["consent"] == "nameable" ? chosen.Where(_company.Nameable.Contains) : chosen];
    }

    private string? Refusal(JsonNode request, int[] chosen)
    {
        foreach (var quota in request["quotas"]?.AsArray() ?? [])
        {
            var (attribute, min) = ((string)quota!["attribute"]!, (int?)quota["min"] ?? 0);
            var told = (
                from one in _ties.Keys
                let value = ValueOf(_company.Staff.First(member => member.Number == one), attribute)
                where value is not null && ((string?)quota["value"] is null || (string?)quota["value"] == value)
                group one by value into part
                let count = part.Count(chosen.Contains)
                where count < min
                select $"{attribute}={part.Key} has {count} to choose from, {min} are asked for").ToArray();
            if (told.Length > 0)
                return $"{attribute}:min={min}: {string.Join("; ", told)}.";
        }
        return chosen.Length < ((int?)request["size"] ?? 30)
            ? $"size {(int?)request["size"] ?? 30} of {_ties.Count} people, {chosen.Length} people to choose from."
            : null;
    }

    /// <summary>As many as are asked for at least of each group that a bound names.</summary>
    private IEnumerable<int> Bounded(JsonNode request, int[] chosen) =>
        from quota in request["quotas"]?.AsArray() ?? []
        where (string?)quota!["value"] is not null
        from one in chosen.Where(one => ValueOf(
            _company.Staff.First(member => member.Number == one), (string)quota["attribute"]!)
            == (string?)quota["value"]).Take((int?)quota["min"] ?? 0)
        select one;

    private IEnumerable<int> Greedily(IEnumerable<int> from, HashSet<int> reached, int count)
    {
        var left = from.ToHashSet();
        for (var taken = 0; taken < count && left.Count > 0; taken++)
        {
            var next = left.MaxBy(one => (Reached(one).Count(other => !reached.Contains(other)), -one));
            left.Remove(next);
            reached.UnionWith(Reached(next));
            yield return next;
        }
    }

    private IEnumerable<int> Reached(int one) => _ties[one].Append(one);

    private IEnumerable<int> Numbers(JsonNode? keys) => (keys?.AsArray() ?? [])
        .Select(key => (string?)key).OfType<string>().Where(key => _company.Keys.Contains(key))
        .Select(key => _company[key].Number);

    private string? ValueOf(StaffMember one, string attribute) => attribute switch
    {
        "department" => one.Department,
        "site" => one.Site,
        "jobFamily" => one.JobFamily,
        "team" => one.Manager is { } manager ? _company.KeyOf(manager) : null,
        _ => null,
    };
}
