using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Influence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// A hole of version 0.1.0, opened again in front of the product: one answer or refusal is as it was then, all others
/// are the product's. The product itself holds no way to open one.
/// </summary>
internal sealed class Hole : IStartupFilter
{
    private Func<HttpContext, JsonNode, (int Status, JsonNode Answer)?>? _instead;
    private Action<HttpContext, JsonNode>? _then;
    private string _path = "";

    private Hole()
    {
    }

    /// <summary>Whom a cohort does not reach is named, and a cohort may be one person.</summary>
    public static Hole Ties(MadeCompany company)
    {
        var old = new AnswersOf010(company);
        return new()
        {
            _path = "/v1/cohorts",
            _instead = (_, body) => old.Cohort(body, ties: true, refusals: false),
        };
    }

    /// <summary>Refusals name and count the groups that are too small for a bound, those withheld, too.</summary>
    public static Hole Refusals(MadeCompany company)
    {
        var old = new AnswersOf010(company);
        return new()
        {
            _path = "/v1/cohorts",
            _instead = (_, body) => old.Cohort(body, ties: false, refusals: true),
        };
    }

    /// <summary>The first so many of the ranking leave, and those who leave are named.</summary>
    public static Hole TopLeaves(MadeCompany company)
    {
        var old = new AnswersOf010(company);
        return new()
        {
            _path = "/v1/what-if",
            _instead = (_, body) => old.Scenario(body) is { } answer ? (200, answer) : null,
        };
    }

    /// <summary>The history holds the places that the night gave, those of people excluded since counted.</summary>
    public static Hole History(MadeCompany company) => new()
    {
        _path = "/v1/people/",
        _then = (_, answer) =>
        {
            foreach (var place in answer["history"]?.AsArray() ?? [])
            {
                var stored = (string?)place!["runId"] == MadeCompany.FirstRun ? company.StoredFirst : company.Stored;
                var key = (string)answer["person"]!["key"]!;
                place["rank"] = stored.First(one => one.PersonId.Value == company[key].Number).Rank;
                place["rankedCount"] = stored.Count(one => one.Rank is not null);
            }
        },
    };

    /// <summary>Moves of a rule hold the places that the night gave.</summary>
    public static Hole Moves(MadeCompany company) => new()
    {
        _path = "/v1/runs/",
        _then = (_, answer) =>
        {
            foreach (var rule in answer["rules"]?.AsArray() ?? [])
                if ((string?)rule!["name"] == "duplicate")
                    rule["withoutIt"] = new JsonObject
                    {
                        ["moves"] = new JsonArray([.. company.Stored.Take(RuleEffects.TopCount)
                            .Where(one => !company.Excluded.Contains(one.PersonId.Value)
                                && !company.Erased.Contains(one.PersonId.Value))
                            .Select(one => new JsonObject
                            {
                                ["key"] = company.KeyOf(one.PersonId.Value), ["rankWith"] = one.Rank,
                            })]),
                    };
        },
    };

    /// <summary>The tag is a hash, without a key, of how often anybody spoke and how many were erased.</summary>
    public static Hole Tag(MadeCompany company) => new()
    {
        _path = "/v1/rankings/",
        _then = (context, _) =>
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"{MadeCompany.LatestRun} {company.ActCount} {company.Erased.Count} 0")));
            context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 8))}\"";
        },
    };

    /// <summary>Who is chosen from those who agreed is named, and refusals say how many they are.</summary>
    public static Hole Consent(MadeCompany company) => Refusals(company);

    /// <summary>Counts of what rules touched are shown for few people too.</summary>
    public static Hole Hygiene() => new()
    {
        _path = "/v1/runs/",
        _then = (_, answer) =>
        {
            foreach (var rule in answer["rules"]?.AsArray() ?? [])
                if (MadeCompany.Hygiene.FirstOrDefault(one => one.Rule == (string?)rule!["name"]) is { } stored)
                    (rule!["count"], rule["personCount"]) = (stored.Count, stored.PersonCount);
        },
    };

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, onward) =>
        {
            if (!context.Request.Path.StartsWithSegments(_path.TrimEnd('/'), StringComparison.Ordinal))
                await onward(context);
            else if (_instead is not null)
                await InsteadAsync(context, onward, _instead);
            else
                await ThenAsync(context, onward, _then!);
        });
        next(app);
    };

    private static async Task InsteadAsync(
        HttpContext context, RequestDelegate onward,
        Func<HttpContext, JsonNode, (int Status, JsonNode Answer)?> instead)
    {
        context.Request.EnableBuffering();
        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        context.Request.Body.Position = 0;
        if (instead(context, body!) is not { } old)
        {
            await onward(context);
            return;
        }
        context.Response.StatusCode = old.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(old.Answer.ToJsonString(), context.RequestAborted);
    }

    private static async Task ThenAsync(
        HttpContext context, RequestDelegate onward, Action<HttpContext, JsonNode> then)
    {
        var body = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        await onward(context);
        context.Response.Body = body;
        held.Position = 0;
        if (context.Response.StatusCode == 200 && await JsonNode.ParseAsync(held) is { } answer)
        {
            then(context, answer);
            var text = Encoding.UTF8.GetBytes(answer.ToJsonString());
            context.Response.ContentLength = text.Length;
            await body.WriteAsync(text, context.RequestAborted);
            return;
        }
        held.Position = 0;
        await held.CopyToAsync(body, context.RequestAborted);
    }
}
