using System.Diagnostics;
using System.Text;
using InfluencerMap.Collectors;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta;

namespace InfluencerMap.Benchmarks;

/// <summary>
/// Reads pages of mail metadata from loopback: our collector, up to finished interactions, beside the client library's
/// PageIterator, up to its models. Same bytes, server and process; three rounds, because the first is the warm-up.
/// </summary>
internal static class PagesBenchmark
{
    private const int MessagesPerPage = 1_000;
    private const int Recipients = 4;

    public static async Task RunAsync(string[] args)
    {
        var messages = args is [var count, ..] ? int.Parse(count) : 50_000;
        using var server = new PageServer(messages / MessagesPerPage, Page());
        var cloud = new GraphCloud("loopback", server.Root, new("https://login.example"));
        using var connection = new GraphConnection(cloud, credential: null);
        Console.WriteLine($"{messages:N0} messages with {Recipients} recipients, {MessagesPerPage:N0} a page");
        for (var round = 0; round < 3; round++)
        {
            var library = await MeasureAsync(() => ReadByLibraryAsync(connection.Requests), messages);
            var ours = await MeasureAsync(() => ReadByOursAsync(connection), messages);
            Console.WriteLine(
                $"round {round + 1}: PageIterator {library.PerSecond:N0}/s {library.BytesPerMessage:N0} B a message; "
                + $"collector {ours.PerSecond,9:N0}/s {ours.BytesPerMessage,5:N0} B; "
                + $"{ours.PerSecond / library.PerSecond:F1} x the messages a second, "
                + $"1/{library.BytesPerMessage / ours.BytesPerMessage:F0} of the allocation");
        }
    }

    private static async Task<(double PerSecond, double BytesPerMessage)> MeasureAsync(
        Func<Task<int>> read, int expected)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var count = await read();
        var seconds = watch.Elapsed.TotalSeconds;
        if (count != expected)
            throw new InvalidOperationException($"{count:N0} messages were read of {expected:N0}.");
        return (count / seconds, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)count);
    }

    private static async Task<int> ReadByLibraryAsync(GraphServiceClient client)
    {
        var count = 0;
        var first = await client.Users["u"].MailFolders["sentitems"].Messages.Delta.GetAsDeltaGetResponseAsync();
        var pages = PageIterator<Message, DeltaGetResponse>.CreatePageIterator(client, first!, message =>
        {
            count += message.From is not null && message.SentDateTime is not null ? 1 : 0;
            return true;
        });
        await pages.IterateAsync();
        return count;
    }

    private static async Task<int> ReadByOursAsync(GraphConnection connection)
    {
        const string Mailbox = "a0000000-0000-4000-8000-000000000001";
        var request = new CollectRequest
        {
            Accounts = new([]),
            People = new([(Mailbox, new(Mailbox, Mailbox, null))]),
            // A later night: the first one counts the messages of a mailbox, and reads it again where they are many.
            Cursors = new Dictionary<string, string> { [Mailbox] = "/users/u/messages/delta?page=1" },
            Since = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc),
            Until = new(2026, 6, 2, 0, 0, 0, DateTimeKind.Utc),
        };
        var pages = new GraphPages(connection, new(new() { RequestsPerSecond = 9_999 }, TimeProvider.System));
        var count = 0;
        await foreach (var batch in new SentItemsCollector(pages).CollectAsync(request, CancellationToken.None))
            count += batch.Items;
        return count;
    }

    private static byte[] Page()
    {
        var page = new StringBuilder();
        for (var i = 0; i < MessagesPerPage; i++)
            page.Append(i == 0 ? "" : ",").Append($$"""
                {"@odata.etag":"W/\"{{i}}\"","id":"AAMk{{i:D120}}","sentDateTime":"2026-06-01T08:00:00Z",
                "internetMessageId":"<{{i:D60}}@made.invalid>","conversationId":"AAQk{{i:D80}}","isDraft":false,
                "from":{{Address(i)}},"sender":{{Address(i)}},"ccRecipients":[],"bccRecipients":[],
                "toRecipients":[{{string.Join(',', Enumerable.Range(i + 1, Recipients).Select(Address))}}]}
                """);
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Address(int i) =>
        $$$"""{"emailAddress":{"name":"Person {{{i % 500}}}","address":"person{{{i % 500}}}@made.invalid"}}""";
}
