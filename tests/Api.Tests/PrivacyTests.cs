using System.Text.Json.Nodes;

namespace InfluencerMap.Tests;

[Collection(OneCompany.Name)]
public sealed class PrivacyTests(Company company)
{
    [Fact]
    public async Task No_answer_holds_a_readable_identity()
    {
        var cancellation = TestContext.Current.CancellationToken;
        string[] paths =
        [
            "/v1/rankings/latest?top=500", $"/v1/rankings/{Company.FirstRun}?top=500", "/v1/runs", "/v1/runs/latest",
            "/health/live", "/health/ready", "/openapi/v1.json", "/v1/rankings/latest?top=x", "/v1/nothing",
            .. company.People.Select(person => $"/v1/people/{person.Key}"),
        ];
        foreach (var path in paths)
        {
            using var response = await company.Api.GetAsync(path, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation) + response.Headers;
            Assert.DoesNotContain('@', text);
            Assert.All(company.ReadableIdentities, identity => Assert.DoesNotContain(identity, text));
        }
    }

    [Fact]
    public async Task No_answer_has_a_field_for_the_store_s_own_number()
    {
        var card = await company.Api.ReadAsync($"/v1/people/{company.People[0].Key}");
        var ranking = await company.Api.ReadAsync("/v1/rankings/latest");
        foreach (var person in ranking["people"]!.AsArray().Append(card["person"]))
            Assert.All(person!.AsObject(), field => Assert.False(field.Key.EndsWith("Id", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Description_states_the_intended_use_and_promises_nothing_else()
    {
        var document = await company.Api.ReadAsync("/openapi/v1.json");
        var file = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(SharedData.RepositoryRoot, "src", "Api", "openapi.json"),
            TestContext.Current.CancellationToken));

        Assert.Contains("voluntary ambassadors", (string?)document["info"]!["description"]);
        Assert.Contains("**Not** for pay, promotion", (string?)document["info"]!["description"]);
        Assert.True(JsonNode.DeepEquals(file, document), "The served document is not src/Api/openapi.json.");
    }
}
