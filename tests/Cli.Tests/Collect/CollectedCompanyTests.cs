namespace InfluencerMap.Cli.Tests.Collect;

/// <summary>A company collected from its tenant ranks as the same company imported from its files.</summary>
public sealed class CollectedCompanyTests
{
    [Theory]
    [InlineData("mail.csv", "sent-items")]
    [InlineData("meetings.csv", "meetings")]
    [InlineData("chat.csv", "chats", "calls")]
    [InlineData("social.csv", "channels")]
    [InlineData("mail.csv meetings.csv chat.csv social.csv", "sent-items", "meetings", "chats", "calls", "channels")]
    public async Task Company_collected_twice_ranks_as_its_files_do(string files, params string[] sources)
    {
        await using var collected = await CollectedTenant.StartAsync(people: 150, sources);
        await collected.CollectAsync("tenant.db");
        await collected.CollectAsync("tenant.db");
        await ImportAsync(collected, files.Split(' '));

        var fromTenant = await collected.RankAsync("tenant.db");
        var fromFiles = await collected.RankAsync("files.db");

        Assert.True(fromFiles.Count(c => c == '\n') > 10, fromFiles);
        Assert.Equal(fromFiles, fromTenant);
    }

    private static async Task ImportAsync(CollectedTenant collected, string[] files)
    {
        var cli = collected.Cli;
        collected.Company.WriteTo(cli.Folder, cancellation: TestContext.Current.CancellationToken);
        FileMeetings.AsCalendarsTell(Path.Combine(cli.Folder, "meetings.csv"));
        await cli.RunAsync("import", "people", "people.csv", "--store", "files.db");
        foreach (var file in files)
            await cli.RunAsync("import", "interactions", file, "--store", "files.db");
    }
}
