using System.Net.Http.Json;
using InfluencerMap.Graph.Disclosure;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// Tries every endpoint as the roles that see nobody but themselves, with keys that exist and keys that do not, and
/// with bodies out of shape: does any answer or refusal hold a key, an id, a name or an address?
/// </summary>
internal static class AttackOthers
{
    private static readonly string[] Bodies =
    [
        "", "{", "[]", "null", """{"size":"many"}""", """{"include":[null]}""", """{"quota":[]}""",
        """{"size":5,"size":6}""", """{"leave":{"a":1}}""", """{"state":"excluded"}""",
    ];

    public static async Task<List<string>> RunAsync(AttackedApi api, MadeCompany company)
    {
        var slips = new List<string>();
        var (self, other) = (company.Present.Skip(40).First(), company.Present.Skip(41).First());
        string[] secrets =
        [
            .. company.Keys, .. company.Excluded.Select(company.KeyOf),
            .. company.Staff.SelectMany(one => new[]
                { $"staff-{one.Number:000}", $"Made Member {one.Number}", $"member{one.Number}@made.example" }),
        ];
        foreach (var role in new[] { Roles.Operator, Roles.Person, Roles.Dpo, Roles.ProgramLead })
        {
            var caller = await api.CallerAsync(role, role == Roles.Person ? self.Number : null);
            foreach (var (method, path) in Requests(company.KeyOf(other.Number), role))
                foreach (var body in method == HttpMethod.Get ? [""] : Bodies)
                {
                    var reply = await caller.SendAsync(
                        method, path, method == HttpMethod.Get
                            ? null
                            : new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
                    // One's own key and name are one's own; a path that was asked for says nothing new.
                    string[] own = role == Roles.Person
                        ? [company.KeyOf(self.Number), $"staff-{self.Number:000}", $"Made Member {self.Number}",
                            $"member{self.Number}@made.example"]
                        : [company.KeyOf(other.Number)];
                    slips.AddRange(
                        from secret in secrets.Except(own)
                        where Holds(reply.Text, secret)
                        select $"{role} {method} {path} {body}");
                    if (reply.Status >= 500 || reply.Text.Contains("Exception", StringComparison.Ordinal))
                        slips.Add($"{role} {method} {path} {body} -> {reply.Status}");
                }
        }
        return [.. slips.Distinct()];
    }

    /// <summary>A name that begins another's does not count.</summary>
    private static bool Holds(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.Ordinal);
        return at >= 0 && (at + secret.Length == text.Length || !char.IsAsciiDigit(text[at + secret.Length]));
    }

    private static IEnumerable<(HttpMethod Method, string Path)> Requests(string key, string role)
    {
        // The officer reads the audit, which holds keys, and one person's export; a lead gets keys of cohorts.
        string[] gets =
        [
            "/v1/rankings/latest", $"/v1/rankings/{MadeCompany.FirstRun}", $"/v1/people/{key}",
            "/v1/people/00000000000fffff", "/v1/people/not-a-key", $"/v1/people/{key}/export", "/v1/people/me",
            "/v1/people/me/export", "/v1/named-views", "/v1/runs", "/v1/runs/latest", "/v1/runs/none",
            "/v1/runs/latest/hygiene", "/v1/groups?by=department", "/v1/groups/ties?by=site", "/v1/groups?by=level",
            "/v1/audit/check", "/v1/none", "/openapi/v1.json", "/health/ready", "/metrics",
        ];
        foreach (var path in gets)
            yield return (HttpMethod.Get, path);
        if (role != Roles.Dpo)
            yield return (HttpMethod.Get, "/v1/audit?take=500");
        foreach (var path in new[] { "/v1/cohorts", "/v1/what-if", "/v1/named-views" })
            if (role != Roles.ProgramLead || path == "/v1/named-views")
                yield return (HttpMethod.Post, path);
        if (role != Roles.Person)
            yield return (HttpMethod.Put, "/v1/people/me/consent");
    }
}
