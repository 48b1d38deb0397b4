using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests;

/// <summary>What holds for every sample alike; all that its format must not read holds the canary.</summary>
public sealed class SampleTests
{
    private const string Canary = "kanari";

    public static TheoryData<string, string> Names => new()
    {
        { "slack/export", "slack" },
        { "yammer/export", "yammer" },
        { "yammer/user-export", "yammer" },
        { "activitystreams/archive", "activitystreams" },
        { "x-archive/archive", "x-archive" },
        { "linkedin/Connections.csv", "linkedin" },
        { "teams-export/messages.json", "teams-export" },
        { "teams-export/items.csv", "teams-export" },
        { "viva-p2p/p2p.csv", "viva-p2p" },
        { "nominations/answers.csv", "nominations" },
        { "edges/temporal.edges", "edges" },
        { "edges/out.made", "edges" },
    };

    private static InteractionsCsvOptions Owned { get; } = new() { Mentions = true, Owner = "ada.made@made.example" };

    private static InteractionsCsvOptions Everything { get; } =
        Owned with { At = new(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc) };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_is_known_for_what_it_is(string name, string format)
    {
        var read = Samples.Read(name, options: Owned);
        Assert.Equal(format, read.Format);
        Assert.NotEmpty(read.Interactions);
        Assert.Equal(read.Interactions.Length, read.Report.InteractionsGiven);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_of_what_was_said_comes_out(string name, string format)
    {
        var read = Samples.Read(name, format, HasTimes(format) ? Owned : Everything);
        if (format != "edges")
            Assert.True(Holds(Samples.PathOf(name)), "The sample holds no canary: it tests nothing.");
        var said = read.Accounts.Added.Select(account => account.Handle)
            .Concat(read.Report.Dropped.Keys).Concat(read.Report.BadRowMessages);
        Assert.DoesNotContain(said, text => text.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(said, text => text.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_again_gives_the_same_events_whatever_accounts_are_known(string name, string format)
    {
        var once = Samples.Read(name, format, Owned);
        using var files = SourceFiles.Open(Samples.PathOf(name), TestContext.Current.CancellationToken);
        var read = new FormatRead { Accounts = new([new Account(new(7), "somebody@made.example")]), Options = Owned };
        var again = InteractionFormats.Named(format).Read(files, read).ToArray();
        Assert.Equal(
            once.Interactions.Select(i => (i.EventId, i.At, i.Channel, i.Role, i.AudienceSize)),
            again.Select(i => (i.EventId, i.At, i.Channel, i.Role, i.AudienceSize)));
        Assert.All(again, i => Assert.NotEqual(7, i.Source.Value));
    }

    [Theory]
    [InlineData("activitystreams/archive/outbox.json", "activitystreams")]
    [InlineData("teams-export/messages.json", "teams-export")]
    public void A_file_that_is_cut_off_gives_what_came_before_where_that_is_allowed(string name, string format)
    {
        using var scratch = new Scratch();
        var whole = File.ReadAllBytes(Samples.PathOf(name));
        var path = scratch.Write(Path.GetFileName(name), whole[..(whole.Length * 2 / 3)]);

        var refusal = Assert.Throws<InputException>(() => Samples.Read(path, format)).Message;
        Assert.Contains("the file ends before", refusal, StringComparison.Ordinal);

        using var files = SourceFiles.Open(path, TestContext.Current.CancellationToken);
        var read = new FormatRead { Accounts = new([]), Csv = new() { MaxBadRows = 1 }, Options = Owned };
        var given = InteractionFormats.Named(format).Read(files, read).ToArray();
        Assert.InRange(given.Length, 1, Samples.Read(name, format).Interactions.Length - 1);
        Assert.Equal(1, read.Report.BadRows);
    }

    private static bool HasTimes(string format) => format is "edges" or "nominations";

    private static bool Holds(string path) =>
        (Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path])
        .Any(file => File.ReadAllText(file, Encoding.UTF8).Contains(Canary, StringComparison.OrdinalIgnoreCase));
}
