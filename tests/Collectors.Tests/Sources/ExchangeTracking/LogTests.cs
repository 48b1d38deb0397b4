using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests.Sources;

/// <summary>Tracking logs and JSON lines.</summary>
public sealed class LogTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Tracking_log_gives_each_mail_once_with_its_roles()
    {
        var read = Samples.Give(
            "exchange-tracking", "exchange-tracking",
            "2026-11-03 08:00:01Z ada.made@made.example>ben.made@made.example",
            "2026-11-03 08:00:01Z ada.made@made.example>cleo.made@made.example cc",
            "2026-11-03 08:00:01Z ada.made@made.example>dan@made.example bcc",
            "2026-11-03 10:00:00Z ben.made@made.example>ada.made@made.example");
        Assert.Equal(
            new SortedDictionary<string, long>(StringComparer.Ordinal)
            {
                ["last lines that were cut off"] = 1,
                ["rows other than of a mail handed in (STOREDRIVER RECEIVE)"] = 3,
                ["mail from no address, such as bounces"] = 1,
                [Outcome.AutomaticMail.InWords()] = 1,
            },
            read.Report.Dropped);
    }

    [Fact]
    public void Short_row_inside_a_tracking_log_is_bad()
    {
        var log = File.ReadAllText(Path.Combine(Samples.PathOf("exchange-tracking"), "MSGTRK2026110308-1.LOG"));
        var path = _scratch.Write("MSGTRK1.LOG", log + "\n" + log.Split('\n')[5] + "\n");
        Assert.StartsWith(
            "MSGTRK1.LOG, line 13: expected as many columns as the first line has",
            Assert.Throws<InputException>(() => Samples.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_json_are_read_by_the_keys_of_csv()
    {
        var read = Samples.Give(
            "jsonl/made.jsonl", "jsonl",
            "2026-11-03 08:00:00Z ada.made@made.example>ben.made@made.example",
            "2026-11-03 08:00:00Z ada.made@made.example>cleo.made@made.example",
            "2026-11-04 08:01:00Z ben.made@made.example>ada.made@made.example",
            "2026-11-04 09:00:00Z ada.made@made.example>ben.made@made.example");
        Assert.Equal(
            [Channel.Chat, Channel.Chat, Channel.Reaction, Channel.Meeting], read.Interactions.Select(i => i.Channel));
        Assert.Equal([0, 0, 0, 45], read.Interactions.Select(i => i.Minutes));
        Assert.Equal((5, 1, 1), (
            read.Report.RowsRead, read.Report.SelfInteractions, read.Report.Dropped["last lines that were cut off"]));
    }

    [Fact]
    public async Task Values_inside_objects_are_found_by_mapping()
    {
        var path = _scratch.Write(
            "a.jsonl", """{"who":{"mail":"a","x":{"mail":"no"}},"whom":["b","c"],"when":"2026-11-03"}""");
        var files = new InteractionFiles(
            path, "jsonl", new() { Map = ColumnMap.Parse("from=who.mail,to=whom,at=when") });
        var accounts = new AccountDirectory([]);
        Assert.Equal(2, await files.CollectAsync(accounts, TestContext.Current.CancellationToken)
            .CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["a", "b", "c"], accounts.Added.Select(a => a.Handle));
    }

    [Theory]
    [InlineData("[1]\n", "a.jsonl, line 1: expected one JSON object, at most 32 deep")]
    [InlineData("{\"from\":\"a\"\n}\n", "a.jsonl, line 1: expected one JSON object, at most 32 deep")]
    [InlineData("{\"from\":\"a\",\"to\":\"b\",\"at\":\"soon\"}\n", "a.jsonl, line 1, at: expected an ISO 8601 date")]
    [InlineData("{\"from\":\"a\",\"at\":\"2026-11-03\"}\n", "a.jsonl: no column for to; map one of its keys")]
    [InlineData("{\"from\":\"\\ud800\",\"to\":\"b\",\"at\":\"2026-11-03\"}\n", "a.jsonl, line 1: expected one JSON")]
    [InlineData("\n \n", "a.jsonl: the file is empty.")]
    public void Lines_that_are_no_objects_are_told(string text, string message) => Assert.StartsWith(
        message, Assert.Throws<InputException>(() => Samples.Read(_scratch.Write("a.jsonl", text))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Deep_json_and_endless_lines_are_refused()
    {
        var deep = _scratch.Write("deep.jsonl", $"{{\"from\":{new string('[', 100_000)}\n");
        Assert.StartsWith("deep.jsonl, line 1: expected one JSON object, at most 32 deep",
            Assert.Throws<InputException>(() => Samples.Read(deep)).Message, StringComparison.Ordinal);
        foreach (var length in (int[])[(1 << 20) + 1, 3 << 20])
            foreach (var end in (string[])["", "\n"])
            {
                var path = _scratch.Write("long.jsonl", new string(' ', length) + end);
                Assert.Equal("long.jsonl, line 1: longer than 1 MiB.",
                    Assert.Throws<InputException>(() => Samples.Read(path)).Message);
            }
    }
}
