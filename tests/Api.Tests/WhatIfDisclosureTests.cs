using System.Net;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>A scenario is of a cohort of one's own, and shows nobody.</summary>
public sealed class WhatIfDisclosureTests : IAsyncLifetime
{
    private readonly LargeCompany _company = new();
    private HttpClient _api = null!;

    public async ValueTask InitializeAsync()
    {
        await _company.InitializeAsync();
        _api = _company.Serve();
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await _company.DisposeAsync();
    }

    [Fact]
    public async Task Scenario_of_ones_own_cohort_holds_counts_and_no_key()
    {
        var leave = (await _api.AskAsync("/v1/cohorts", new { size = 12 })).Keys("members");

        var scenario = await _api.AskAsync("/v1/what-if", new { leave });

        // An exact number beside a staff list would count who is excluded.
        Assert.Equal(Coarse.People(_company.People.Length - 12), (int?)scenario["stayingCount"]);
        Assert.DoesNotContain(_company.People, person => scenario.ToJsonString().Contains(person.Key));
        Assert.DoesNotContain(LargeCompany.Withheld, scenario.ToJsonString());
        Assert.InRange((int)scenario["pairsCutOff"]!, 0, 100);
        Assert.InRange((int)scenario["pairsLonger"]!, 0, 100);
        Assert.True((int)scenario["onlyBridges"]! >= 0);
        var backups = scenario["backups"]!.AsArray();
        Assert.NotEmpty(backups);
        Assert.All(backups, backup => Assert.True(backup!["unit"] is null || (int)backup["count"]! >= 10));
    }

    [Fact]
    public async Task Foreign_key_is_refused_whether_it_is_somebodys_or_nobodys()
    {
        await _company.Company.SayAsync(9, ConsentState.Excluded);
        var cohort = (await _api.AskAsync("/v1/cohorts", new { size = 8 })).Keys("members");
        var foreign = _company.KeysWhere(person => person.Id.Value > 11 && !cohort.Contains(person.Key))[0];
        var refused = new List<string>();
        foreach (var key in new[] { foreign, _company.Company.KeyOf(9), "00000000000fffff" })
        {
            var (status, answer) = await _api.TryAsync("/v1/what-if", new { leave = cohort.Append(key) });
            refused.Add($"{status} {answer.Words}");
        }

        Assert.StartsWith("NotFound", refused[0]);
        Assert.Single(refused.Distinct());
    }

    [Fact]
    public async Task Members_of_two_cohorts_or_of_anothers_are_not_of_one()
    {
        var one = (await _api.AskAsync("/v1/cohorts", new { size = 6 })).Keys("members");
        var two = (await _api.AskAsync("/v1/cohorts", new { size = 6, exclude = one })).Keys("members");
        using var another = _company.Serve();

        var (both, _) = await _api.TryAsync("/v1/what-if", new { leave = one.Concat(two) });
        var (others, _) = await another.TryAsync("/v1/what-if", new { leave = one });
        await _api.AskAsync("/v1/what-if", new { leave = two });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (both, others));
    }

    [Fact]
    public async Task Fewer_than_five_are_refused()
    {
        var members = (await _api.AskAsync("/v1/cohorts", new { size = 8 })).Keys("members");

        var (four, answer) = await _api.TryAsync("/v1/what-if", new { leave = members[..4] });

        Assert.Equal(HttpStatusCode.BadRequest, four);
        Assert.Contains("leave holds at least 5 keys", answer.ToJsonString());
    }

    [Fact]
    public async Task Fourth_scenario_is_refused_and_those_asked_before_are_not()
    {
        var members = (await _api.AskAsync("/v1/cohorts", new { size = 30 })).Keys("members");
        for (var first = 0; first < 3; first++)
            await _api.AskAsync("/v1/what-if", new { leave = members[first..(first + 5)] });

        var (status, _) = await _api.TryAsync("/v1/what-if", new { leave = members[20..25] });
        await _api.AskAsync("/v1/what-if", new { leave = members[..5].Reverse() });

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
    }
}
