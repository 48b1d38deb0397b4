using InfluencerMap.Cli.Tests.Collect;
using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collecting;

/// <summary>The nightly batch with a tenant: it collects, then scores.</summary>
public sealed class CollectingNightTests
{
    [Fact]
    public async Task Night_with_a_failing_source_scores_the_others_and_says_so_until_it_is_mended()
    {
        await using var collected = await CollectedTenant.StartAsync(people: 60, "sent-items", "calls");
        collected.Tenant.Misbehave(Misbehaviour.EmptyPages, "/callRecords");
        collected.Tenant.Misbehave(Misbehaviour.LoopingNextLink, "/callRecords");
        string[] night = ["nightly", "--store", "a.db", .. collected.NightlyArguments];
        string[] rank = ["rank", "--store", "a.db"];

        var failing = await collected.Cli.TryAsync(night);
        Assert.Equal(1, failing.ExitCode);
        Assert.Contains("calls is not complete: /v1.0/communications/callRecords has no end", failing.Error);
        Assert.Contains("people ranked", failing.Error);
        Assert.Contains("NOT COMPLETE when it was scored: calls.", (await collected.Cli.RunAsync(rank)).Output);

        collected.Tenant.Behave();
        await collected.Cli.RunAsync(night);
        Assert.DoesNotContain("NOT COMPLETE", (await collected.Cli.RunAsync(rank)).Output);

        var askedBefore = collected.Tenant.Requests.Count;
        await collected.Cli.RunAsync([.. night, "--no-collect"]);
        Assert.Equal(askedBefore, collected.Tenant.Requests.Count);
    }

    [Fact]
    public async Task Configuration_that_is_asked_for_and_missing_is_an_error()
    {
        using var cli = new CliProcess();
        var result = await cli.TryAsync("nightly", "--config", "nowhere.json");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("There is no configuration 'nowhere.json'.", result.Error);
    }

    [Fact]
    public async Task Collecting_says_what_became_of_items_that_do_not_simply_count()
    {
        await using var collected = await CollectedTenant.StartAsync(
            people: 60, "sent-items", "meetings", "chats", "channels", "calls");
        var said = (await collected.CollectAsync("a.db")).Error;
        foreach (var line in (string[])
            [
                @"sent-items: \d+ sent by somebody else for the one credited; counted",
                @"meetings: \d+ marked personal, private or confidential",
                @"meetings: \d+ called off",
                @"chats: \d+ written by a program",
            ])
            Assert.Matches(line, said);
    }
}
