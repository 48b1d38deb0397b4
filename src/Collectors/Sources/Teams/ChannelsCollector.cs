using System.Runtime.CompilerServices;
using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>Replies, mentions and reactions in the channels of teams. See README.md in this folder.</summary>
public sealed class ChannelsCollector(GraphPages pages) : ICollector
{
    /// <summary>The most that the service gives.</summary>
    private const int PageSize = 50;

    public string Name => "channels";

    public async IAsyncEnumerable<CollectedBatch> CollectAsync(
        CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var channels = await ListAsync(cancellation);
        await foreach (var batch in Scopes.VisitAsync(
            channels, (channel, token) => ReadChannelAsync(channel, request, token), cancellation))
            yield return batch;
    }

    private async Task<List<ChannelPlace>> ListAsync(CancellationToken cancellation)
    {
        var requests = pages.Connection.Requests;
        var channels = new List<ChannelPlace>();
        var teams = requests.Teams.ToGetRequestInformation(asked => asked.QueryParameters.Select = ["id"]);
        await foreach (var team in IdsAsync(GraphQuery.Of(teams), cancellation))
        {
            var ofTeam = requests.Teams[team].Channels.ToGetRequestInformation(
                asked => asked.QueryParameters.Select = ["id"]);
            await foreach (var channel in IdsAsync(GraphQuery.Of(ofTeam), cancellation))
                channels.Add(new(team, channel));
        }
        return channels;
    }

    private async IAsyncEnumerable<string> IdsAsync(
        GraphQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in pages.ReadAsync<string>(query, Read, cancellation))
            foreach (var id in page.Items)
                yield return id;

        static bool Read(ref Utf8JsonReader json, out string id)
        {
            id = JsonSerializer.Deserialize(ref json, IdentifiedJson.Default.Identified)?.Id ?? "";
            return id.Length > 0;
        }
    }

    private async IAsyncEnumerable<CollectedBatch> ReadChannelAsync(
        ChannelPlace channel, CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var thread = new ChannelThreads(new Conversation(request));
        var cursor = request.Cursors.GetValueOrDefault(channel.Id);
        await foreach (var page in pages.ReadRoundAsync<ChannelThread>(
            Query(channel), cursor, thread.Read, cancellation))
        {
            var reads = page.Items.SelectMany(t => t.Reads).ToList();
            var itemCount = page.ItemCount;
            foreach (var cutShort in page.Items.Where(t => t.MoreReplies is not null))
            {
                var replies = new GraphQuery { Link = cutShort.MoreReplies!, Prefer = Query(channel).Prefer };
                await foreach (var more in pages.ReadAsync<ItemRead>(
                    replies, thread.RepliesTo(cutShort.Author), cancellation))
                {
                    reads.AddRange(more.Items);
                    itemCount += more.ItemCount;
                }
            }
            yield return new GraphPage<ItemRead>(reads, itemCount, page.Next, page.Delta)
                .ToBatch(channel.Id, page.Cursor);
        }
    }

    private GraphQuery Query(ChannelPlace channel) => GraphQuery.Of(
        pages.Connection.Requests.Teams[channel.Team].Channels[channel.Id].Messages.Delta
            .ToGetRequestInformation(asked =>
            {
                asked.QueryParameters.Expand = ["replies"];
                asked.QueryParameters.Top = PageSize;
                asked.Headers.Add("Prefer", "include-unknown-enum-members");
            }));

    private readonly record struct ChannelPlace(string Team, string Id);
}
