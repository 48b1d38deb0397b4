using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Tests.Nights;

/// <summary>A night that is killed at 100 points, each time in a store of its own, and begun again.</summary>
public sealed class KilledNightTests
{
    private const int KillCount = 100;
    private const int StartsMax = 300;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_night_shows_a_whole_run_and_ends_in_the_same_bytes_when_begun_again()
    {
        using var company = await NightCompany.WithARunAsync();
        var before = await NightCompany.LatestAsync(company.Store);
        var undisturbed = Copy(company, "undisturbed");
        await NightCompany.RunAsync(undisturbed, NightCompany.Night(NightCompany.Today));
        var after = await NightCompany.LatestAsync(undisturbed);
        var effects = await EffectsAsync(undisturbed);
        var stepCount = await CountStepsAsync(company);
        Assert.NotEqual(before, after);

        var (starts, kills, killsAfterPublishing) = (0, 0, 0);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, StartsMax),
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancellation },
            async (start, _) =>
            {
                if (Volatile.Read(ref kills) >= KillCount)
                    return;
                Interlocked.Increment(ref starts);
                var store = Copy(company, $"killed{start}");
                // Each step in turn, and within it after up to the time that a step takes here.
                var delayMs = new Random(start).Next(start % stepCount == 0 ? 300 : 25);
                if (!await IsKilledAsync(company, store, start % stepCount, delayMs, [before, after]))
                    return;
                Interlocked.Increment(ref kills);
                var shown = await NightCompany.LatestAsync(store);
                Assert.Contains(shown, (string[])[before, after]);
                if (shown == after)
                    Interlocked.Increment(ref killsAfterPublishing);
                await NightCompany.RunAsync(store, NightCompany.Night(NightCompany.Today));
                Assert.Equal(after, await NightCompany.LatestAsync(store));
                Assert.Equal(effects, await EffectsAsync(store));
            });
        Assert.True(kills >= KillCount, $"{kills} of {starts} nights were killed before their end.");
        Assert.InRange(killsAfterPublishing, 1, kills - 1);
    }

    /// <summary>
    /// Runs a night and kills it some time after it told of so many steps, while a reader looks at the store; false
    /// where it ended before.
    /// </summary>
    private static async Task<bool> IsKilledAsync(
        NightCompany company, string store, int steps, int delayMs, string[] whole)
    {
        using var process = company.Cli.Start(Arguments(store));
        var ended = process.WaitForExitAsync(Cancellation);
        for (var step = 0; step < steps && await process.StandardError.ReadLineAsync(Cancellation) is not null; step++)
            Assert.Contains(await NightCompany.LatestAsync(store), whole);
        await Task.WhenAny(Task.Delay(delayMs, Cancellation), ended);
        var isKilled = !process.HasExited;
        if (isKilled)
            process.Kill();
        await ended;
        Assert.True(
            isKilled || process.ExitCode == 0,
            $"The night ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync(Cancellation)}");
        return isKilled;
    }

    private static async Task<int> CountStepsAsync(NightCompany company) =>
        (await company.Cli.RunAsync(Arguments(Copy(company, "counted")))).ErrorLines.Count(line => line[0] == ' ');

    private static string[] Arguments(string store) =>
    [
        "nightly", "--as-of", $"{NightCompany.Today:yyyy-MM-dd}", "--window-days", "30", "--threads", "1",
        "--store", store,
    ];

    private static string Copy(NightCompany company, string name)
    {
        var copy = Path.Combine(company.Cli.Folder, name + ".db");
        File.Copy(company.Store, copy);
        return copy;
    }

    /// <summary>What is added to a run after its publication.</summary>
    private static async Task<string> EffectsAsync(string store)
    {
        await using var opened = await Store.OpenExistingAsync(store, Cancellation);
        var run = await opened.Rankings.LatestAsync(Cancellation);
        var ranking = await opened.Rankings.RankingAsync(run!.Id, Cancellation);
        Assert.All(ranking.Where(person => person.Rank is not null), person =>
            Assert.InRange(person.Rank!.Value, person.RankLow!.Value, person.RankHigh!.Value));
        return string.Join('\n', ranking.Select(person => $"{person.RankLow} {person.RankHigh}").Concat(
            (await opened.Rankings.EffectsAsync(run.Id, Cancellation)).Select(effect =>
                $"{effect.Rule} {effect.ChangedCount} {effect.LargestMove} {string.Join(' ', effect.Moves)}")));
    }
}
