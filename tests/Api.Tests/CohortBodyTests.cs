using System.Net;

namespace InfluencerMap.Tests;

/// <summary>What no run could answer is refused by what is wrong with it.</summary>
public sealed class CohortBodyTests(LargeCompany company) : IClassFixture<LargeCompany>
{
    [Theory]
    [InlineData("/v1/cohorts", """{"include":[null]}""")]
    [InlineData("/v1/cohorts", """{"exclude":[null]}""")]
    [InlineData("/v1/cohorts", """{"compare":["a",null]}""")]
    [InlineData("/v1/cohorts", """{"quotas":[null]}""")]
    [InlineData("/v1/cohorts", """{"quotas":[{"attribute":null,"min":1}]}""")]
    [InlineData("/v1/what-if", """{"leave":["a","b","c","d","e",null]}""")]
    public async Task Null_in_a_list_is_refused_by_the_name_of_the_list(string path, string body)
    {
        using var api = company.Serve();

        var (status, refusal) = await api.TryAsync(path, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(body.Split('"')[1], refusal.ToJsonString());
    }

    [Theory]
    [InlineData("""{"size":5,"waitList":6}""")]
    [InlineData("""{"size":9,"compare":["a","b","c","d"]}""")]
    [InlineData("""{"size":9,"include":["a"],"exclude":["a"]}""")]
    public async Task Request_that_no_run_could_answer_is_refused(string body)
    {
        using var api = company.Serve();

        var (status, _) = await api.TryAsync("/v1/cohorts", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }
}
