using InfluencerMap.Engine;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>What a night prepares for whoever asks by day.</summary>
public sealed class ExplanationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_night_prepares_the_words_that_explaining_anew_would_give_and_an_erasure_drops_them()
    {
        using var company = await NightCompany.WithARunAsync();
        string[] erased;
        await using (var store = await Store.OpenExistingAsync(company.Store, Cancellation))
        {
            var run = (await store.Rankings.LatestAsync(Cancellation))!;
            var network = await RunNetwork.ReadAsync(store, run, Cancellation);
            var ranked = network.Ranking.Where(person => person.Rank is not null).ToArray();
            foreach (var person in ranked)
            {
                var prepared = await store.Rankings.ExplanationAsync(run.Id, person.PersonId, Cancellation);
                var anew = Explanation.For(
                    network.Network, network.Ranking, person.PersonId, Cancellation);
                Assert.Equal(anew.Words.InFull(), prepared?.Read(_ => true));
            }
            erased = [(await store.People.NamesAsync(Cancellation))[ranked[0].PersonId].SourceId];
        }
        await company.Cli.RunAsync("erase", erased[0], "--yes", "--store", company.Store);

        await using var after = await Store.OpenExistingAsync(company.Store, Cancellation);
        var latest = (await after.Rankings.LatestAsync(Cancellation))!;
        foreach (var person in await after.Rankings.RankingAsync(latest.Id, Cancellation))
            Assert.Null(await after.Rankings.ExplanationAsync(latest.Id, person.PersonId, Cancellation));
    }
}
