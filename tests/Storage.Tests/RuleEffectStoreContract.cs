using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

public sealed class SqliteRuleEffectStore() : RuleEffectStoreContract(new SqliteFile());

public sealed class SqlServerRuleEffectStore() : RuleEffectStoreContract(new ServerDatabase());

/// <summary>What every store keeps of the rules of a run.</summary>
public abstract class RuleEffectStoreContract(StorePlace place) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Effects_of_rules_are_added_once_and_come_back_in_order()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2"), Made.Entry("3")], Cancellation);
        await store.Rankings.SaveAsync(Made.Run("a"), [Made.Ranked(1, 1)], [], [], Cancellation);
        RuleEffect[] effects =
        [
            new("one-way", 1, 7, [new(new(3), 1, null), new(new(1), 2, 9), new(new(2), null, 1)]),
            new("mass-mail", 0, 0, []),
        ];

        Assert.Empty(await store.Rankings.EffectsAsync("a", Cancellation));
        await store.Rankings.SaveEffectsAsync("a", effects, Cancellation);
        await store.Rankings.SaveEffectsAsync("a", effects, Cancellation);

        var stored = await store.Rankings.EffectsAsync("a", Cancellation);
        Assert.Equal(effects.Select(e => (e.Rule, e.ChangedCount, e.LargestMove)),
            stored.Select(e => (e.Rule, e.ChangedCount, e.LargestMove)));
        Assert.Equal(effects[0].Moves, stored[0].Moves);
        Assert.Empty(stored[1].Moves);
    }

    [Fact]
    public async Task Rules_of_a_run_leave_out_the_moves_of_whom_excluded_themselves()
    {
        await using var store = await place.OpenAsync();
        await store.People.SaveAsync([Made.Entry("1"), Made.Entry("2")], Cancellation);
        await store.Rankings.SaveAsync(Made.Run("a"), [Made.Ranked(1, 1), Made.Ranked(2, 2)], [], [], Cancellation);
        await store.Rankings.SaveEffectsAsync(
            "a", [new("mass-mail", 1, 1, [new(new(1), 1, 2), new(new(2), 2, 1)])], Cancellation);
        await store.Consents.RecordAsync(
            [
                new()
                {
                    PersonId = new(1), State = ConsentState.Excluded, TextVersion = "1",
                    At = Made.Noon, Channel = "form",
                    RecordedBy = "operator", RecordedAt = Made.Noon,
                },
            ],
            Cancellation);

        var rules = await RunRule.ReadAsync(store, Made.Run("a"), Cancellation);
        Assert.Equal([new(new(2), 2, 1)], rules.Single(rule => rule.Rule.Name == "mass-mail").Effect!.Moves);
        Assert.Equal(["audienceMax=10"], rules.Single(rule => rule.Rule.Name == "mass-mail").Settings);
    }
}
