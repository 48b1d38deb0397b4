using System.Net;
using System.Net.Http.Headers;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>Whoever holds an answer is told that it is the same only while it is.</summary>
public sealed class EntityTagTests : IAsyncLifetime
{
    private readonly Company _company = new();

    public ValueTask InitializeAsync() => _company.InitializeAsync();

    public ValueTask DisposeAsync() => _company.DisposeAsync();

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.NotModified)]
    public async Task A_held_answer_stays_the_same_until_other_departments_are_shown(bool moves, HttpStatusCode status)
    {
        var path = $"/v1/people/{_company.KeyOf(4)}";
        var ranking = await AskAsync("/v1/rankings/latest", null);
        var card = await AskAsync(path, null);

        if (moves)
            await MoveAllAsync("Yard");
        await _company.SayAsync(5, ConsentState.InGraphAnonymous);

        Assert.Equal(status, (await AskAsync("/v1/rankings/latest", ranking.Tag)).Status);
        Assert.Equal(moves, (await AskAsync("/v1/rankings/latest", null)).Text != ranking.Text);
        Assert.Equal(status, (await AskAsync(path, card.Tag)).Status);
    }

    /// <summary>Imports the people anew, with everybody in one department.</summary>
    private async Task MoveAllAsync(string department)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenToWriteAsync(_company.Connection, cancellation);
        await store.People.SaveAsync(
            [.. Enumerable.Range(1, Company.PersonCount)
                .Select(i => Company.Entry(i) with { Department = department })],
            cancellation);
    }

    private async Task<(HttpStatusCode Status, EntityTagHeaderValue? Tag, string Text)> AskAsync(
        string path, EntityTagHeaderValue? held)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (held is not null)
            request.Headers.IfNoneMatch.Add(held);
        using var answer = await _company.Api.SendAsync(request, cancellation);
        return (answer.StatusCode, answer.Headers.ETag, await answer.Content.ReadAsStringAsync(cancellation));
    }
}
