using System.Net;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>No two proposals say who agreed to be named, and nobody who objected stays in an answer.</summary>
public sealed class CohortConsentTests : IAsyncLifetime
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
    public async Task Only_people_who_agreed_are_chosen_where_consent_is_asked()
    {
        await AgreeAsync(20);

        var cohort = await _api.AskAsync("/v1/cohorts", new { size = 10, consent = "nameable", waitList = 10 });

        var shown = cohort.Keys("members").Concat(cohort.Keys("waitList"))
            .Select(key => _company.People.Single(person => person.Key == key).Id);
        Assert.Equal(Enumerable.Range(30, 20), shown.Order().Select(id => id.Value));
    }

    [Fact]
    public async Task How_many_agreed_cannot_be_counted_by_trying()
    {
        await AgreeAsync(19);
        var words = new List<string>();
        foreach (var size in new[] { 5, 10, 11, 19, 20 })
        {
            using var api = _company.Serve();
            var (status, answer) = await api.TryAsync("/v1/cohorts", new { size, consent = "nameable", seed = size });
            words.Add(status == HttpStatusCode.OK ? "" : answer.Words);
        }

        // As if ten had agreed.
        Assert.Equal(["", ""], words[..2]);
        Assert.Single(words[2..].Distinct());
        Assert.Contains("consent", words[2]);
        Assert.DoesNotContain(words[2], char.IsAsciiDigit);
    }

    [Fact]
    public async Task Nobodys_agreement_shows_in_whom_one_excludes()
    {
        await AgreeAsync(20);
        foreach (var person in new[] { 35, 99 })
        {
            using var api = _company.Serve();
            var exclude = new[] { _company.Company.KeyOf(person) };

            var (status, answer) = await api.TryAsync(
                "/v1/cohorts", new { size = 10, consent = "nameable", waitList = 10, exclude });

            Assert.Equal(HttpStatusCode.Conflict, status);
            Assert.EndsWith("consent.", answer.Words);
        }
    }

    [Fact]
    public async Task First_proposal_of_a_run_decides_which_consent_all_rest_on()
    {
        await AgreeAsync(20);

        await _api.AskAsync("/v1/cohorts", new { size = 6 });
        var (status, answer) = await _api.TryAsync("/v1/cohorts", new { size = 6, consent = "nameable" });

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("consent", answer.Words);
    }

    [Fact]
    public async Task Whoever_objects_is_in_no_answer_any_more_not_even_in_one_given_before()
    {
        var before = await _api.AskAsync("/v1/cohorts", new { size = 6 });
        var gone = before.Keys("members")[0];
        await _company.Company.SayAsync(
            _company.People.Single(person => person.Key == gone).Id.Value, ConsentState.Excluded);

        var after = await _api.AskAsync("/v1/cohorts", new { size = 6 });

        Assert.DoesNotContain(gone, after.ToJsonString());
        Assert.Equal(6, after.Keys("members").Length);
    }

    private async Task AgreeAsync(int count)
    {
        foreach (var person in Enumerable.Range(30, count))
            await _company.Company.SayAsync(person, ConsentState.Nameable);
    }
}
