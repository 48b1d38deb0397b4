using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Tests;

/// <summary>A proposal is kept where that is asked for, and needs no right to write else.</summary>
public sealed class SavedCohortTests
{
    [Fact]
    public async Task A_cohort_is_saved_only_when_asked_and_proposing_needs_no_right_to_write()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var own = new Company();
        await own.InitializeAsync();
        await using var callers = await KeyHolders.ServeAsync(own.Connection, 1);
        await using var store = await Store.OpenExistingAsync(own.Connection, cancellation);
        await using var connection = new SqliteConnection(own.Connection + ";Pooling=False");
        await connection.OpenAsync(cancellation);

        JsonNode proposed;
        await using (connection.BeginTransaction(deferred: false))
            proposed = await AskAsync(new { size = 5 });
        Assert.Null(proposed["number"]);
        Assert.Empty(await store.Cohorts.ListAsync(9, cancellation));
        var saved = await AskAsync(new { size = 5, save = true });

        var kept = Assert.Single(await store.Cohorts.ListAsync(9, cancellation));
        Assert.Equal((long)saved["number"]!, kept.Number);
        Assert.NotEqual(CohortStore.Operator, kept.SavedBy);
        Assert.Matches("^[0-9a-f]{16,}$", kept.SavedBy);
        Assert.Equal(
            saved["members"]!.AsArray().Select(member => (string)member!).Order(),
            (await store.Cohorts.MembersAsync(kept.Number, cancellation)).Where(member => !member.IsWaiting)
                .Select(member => own.KeyOf(member.PersonId.Value)).Order());

        async Task<JsonNode> AskAsync(object wishes)
        {
            using var answer = await callers[Roles.ProgramLead].PostAsJsonAsync("/v1/cohorts", wishes, cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellation))!;
        }
    }
}
