using System.Net;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

[Collection(OneCompany.Name)]
public sealed class ErrorTests(Company company)
{
    private static readonly string[] Reading =
        ["/v1/rankings/latest", "/v1/rankings/x", "/v1/people/x", "/v1/runs", "/v1/runs/latest", "/v1/runs/x"];

    [Fact]
    public async Task Unknown_path_is_a_problem() =>
        await company.Api.RefusedAsync(HttpStatusCode.NotFound, "/v1/nothing");

    [Fact]
    public async Task Writing_is_not_offered()
    {
        foreach (var path in Reading)
            await company.Api.RefusedAsync(HttpStatusCode.MethodNotAllowed, path, HttpMethod.Post);
    }

    [Fact]
    public async Task Process_is_live_and_ready()
    {
        Assert.Equal("live", (string?)(await company.Api.ReadAsync("/health/live"))["status"]);
        Assert.Equal("ready", (string?)(await company.Api.ReadAsync("/health/ready"))["status"]);
    }

    [Fact]
    public async Task Without_a_store_the_process_lives_and_is_not_ready()
    {
        var place = company.Place + "-absent";
        using var api = company.Serve(place);
        await api.ReadAsync("/health/live");
        foreach (var path in Reading.Append("/health/ready"))
        {
            var problem = await api.RefusedAsync(HttpStatusCode.ServiceUnavailable, path);
            Assert.Contains("influencermap", (string?)problem["detail"]);
            Assert.DoesNotContain(Path.GetFileName(place), problem.ToJsonString());
        }
        Assert.False(File.Exists(place));
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_not_ready()
    {
        var place = company.Place + "-foreign";
        await File.WriteAllTextAsync(place, "This is no database.", TestContext.Current.CancellationToken);
        using var api = company.Serve(place);
        foreach (var path in Reading.Append("/health/ready"))
            await api.RefusedAsync(HttpStatusCode.ServiceUnavailable, path);
    }

    [Fact]
    public async Task Before_the_first_run_the_process_is_ready_and_says_what_is_missing()
    {
        var connection = company.Connection + "-empty";
        await (await Store.OpenAsync(connection, TestContext.Current.CancellationToken)).DisposeAsync();
        using var api = company.Serve(connection);
        await api.ReadAsync("/health/ready");
        foreach (var path in new[] { "/v1/rankings/latest", "/v1/people/x", "/v1/runs/latest" })
            Assert.Contains("nightly", (string?)(await api.RefusedAsync(HttpStatusCode.NotFound, path))["detail"]);
        Assert.Empty((await api.ReadAsync("/v1/runs"))["runs"]!.AsArray());
    }
}
