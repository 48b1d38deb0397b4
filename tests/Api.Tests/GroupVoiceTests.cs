using System.Text.Json.Nodes;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>What is answered of how much groups are seen and heard.</summary>
public sealed class GroupVoiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_that_the_sources_do_not_see_is_told_unseen_and_not_unheard()
    {
        var people = SmallGroupTests.Company("operators", 55, "buying", 30, "lab", 60, "office", 61);
        var operators = people.Where(person => person.Department == "operators").Select(person => person.Id).ToArray();
        await using var company = new Company();
        await company.InitializeAsync(
            people, SmallGroupTests.Ties(people),
            isSeen: person => person.Department != "operators" || person.Id.Value <= operators[4].Value);

        var before = await GroupsOfAsync(company);
        await using (var store = await Store.OpenToWriteAsync(company.Connection, Cancellation))
            await store.Rankings.SaveVoicesAsync(
                Company.LatestRun,
                [
                    new("department", "operators", 0.1, 0.2), new("department", "lab", 0.9, 5),
                    new("department", "office", 1.01, 5),
                ],
                Cancellation);
        var after = await GroupsOfAsync(company);

        Assert.Equal(["office", "lab", "operators", "buying"], before.Keys);
        Assert.Equal(("notSeen", null), Reading(before["operators"]));
        Assert.Equal(5.0 / 55, (double)before["operators"]!["seen"]!, 1e-9);
        // Two groups, so that what is withheld cannot be had by subtracting.
        Assert.Equal(("withheld", null), Reading(before["buying"]));
        Assert.Equal("noInterval", Reading(before["lab"]).Reading);
        Assert.Null(before["lab"]!["voiceLow"]);
        Assert.Equal(1, (double)before["lab"]!["seen"]!);
        Assert.Equal(("notSeen", null), Reading(after["operators"]));
        Assert.Equal(("heardMore", 5), (Reading(after["office"]).Reading, (int?)after["office"]!["voiceHigh"]));
        Assert.Equal("asLarge", Reading(after["lab"]).Reading);

        static (string? Reading, double? Voice) Reading(JsonNode? group) =>
            ((string?)group!["voiceReading"], (double?)group["voice"]);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public async Task A_voice_rests_on_as_many_measurable_people_as_a_group_has_at_least(int seen, bool isTold)
    {
        var people = SmallGroupTests.Company("pressing", 18, "buying", 17, "lab", 16, "office", 15);
        await using var company = new Company();
        await company.InitializeAsync(
            people, SmallGroupTests.Ties(people), isSeen: person => person.Id.Value <= seen || person.Id.Value > 18);

        var group = (await GroupsOfAsync(company))["pressing"]!;

        Assert.Equal(seen, (int?)group["measurableCount"]);
        Assert.Equal(isTold, group["voice"] is not null);
    }

    private static async Task<Dictionary<string, JsonNode?>> GroupsOfAsync(Company company) =>
        (await company.Api.ReadAsync("/v1/groups?by=department"))["groups"]!.AsArray()
            .ToDictionary(group => (string)group!["name"]!);
}
