using System.Text;
using InfluencerMap.Tenant;

namespace InfluencerMap.Cli.Tests.Collect;

/// <summary>
/// Answers full of marked content go in; the mark is then looked for in everything that the program wrote, said, and
/// ever held as a string.
/// </summary>
public sealed class NeverContentTests
{
    [Theory]
    [InlineData("message-trace")]
    [InlineData("groups", "communities")]
    [InlineData("sent-items", "meetings", "chats", "channels", "calls")]
    public async Task No_content_becomes_a_string_a_row_or_a_line(params string[] sources)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read through /proc.");
        await using var collected = await CollectedTenant.StartAsync(people: 60, sources);
        Spoil(collected.Tenant);
        var scan = ScanMemoryOf(collected.Cli);

        var said = await collected.CollectAsync("tenant.db");

        var found = File.ReadAllLines(scan).Select(line => line.Split(' '))
            .ToDictionary(field => field[0], field => long.Parse(field[1]));
        Assert.True(found["strings"] == 0, string.Join(", ", found));
        // The search is not idle: the mark did arrive, as bytes, and no string was collected before the search.
        Assert.True(found["bytes"] > 0, "No content arrived.");
        Assert.Equal(0, found["collections"]);
        Assert.DoesNotContain(Canary.Marker, said.Output + said.Error);
        Assert.All(Directory.GetFiles(collected.Cli.Folder), AssertUnmarked);
    }

    [Fact]
    public async Task What_a_source_may_read_is_found_by_the_same_search()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read through /proc.");
        await using var collected = await CollectedTenant.StartAsync(people: 60, "meetings");
        collected.Tenant.Directory.ChangeUser(
            TenantDirectory.IdOf(5), user => user with { DisplayName = Canary.Of("name", 7) });
        var scan = ScanMemoryOf(collected.Cli);

        await collected.CollectAsync("tenant.db");

        Assert.DoesNotContain("strings 0", string.Join('\n', File.ReadAllLines(scan)));
    }

    /// <summary>Content beyond what was asked for, and answers that break off in the middle of it.</summary>
    private static void Spoil(StandInTenant tenant)
    {
        tenant.Misbehave(Misbehaviour.Talkative);
        tenant.Misbehave(Misbehaviour.Unknowns);
        var community = tenant.Directory.AllGroups().First(group => group.IsCommunity);
        tenant.Directory.ChangeGroup(
            community.Id, group => group with { IsPrivate = true, DisplayName = Canary.Of("privateName", 0) });
        foreach (var path in (string[])["/messageTraces", "/groups", "/employeeExperience", "/sentitems",
            "/calendarView", "/chats/", "/channels/"])
        {
            tenant.Misbehave(Misbehaviour.TruncatedJson, path, after: 2, times: 1);
            tenant.Misbehave(Misbehaviour.ConnectionCut, path, after: 4, times: 1);
            tenant.Misbehave(Misbehaviour.Html, path, after: 6, times: 1);
            tenant.Misbehave(Misbehaviour.InternalError, path, after: 8, times: 1);
        }
    }

    /// <summary>
    /// The first generation holds more than the program allocates, large buffers too: nothing is collected.
    /// </summary>
    private static string ScanMemoryOf(CliProcess cli)
    {
        var result = Path.Combine(cli.Folder, "scan.txt");
        cli.Variables["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "InfluencerMap.HeapScan.dll");
        cli.Variables["HEAP_SCAN_RESULT"] = result;
        cli.Variables["DOTNET_GCgen0size"] = "0x60000000";
        cli.Variables["DOTNET_GCLOHThreshold"] = "0x20000000";
        return result;
    }

    private static void AssertUnmarked(string path)
    {
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary.Marker)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Canary.Marker)));
    }
}
