using System.Runtime.CompilerServices;
using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Messages of chats, from the chats of each person. See README.md in this folder.</summary>
public sealed class ChatsCollector(GraphPages pages) : ICollector
{
    private const int PageSize = 50;

    /// <summary>The service may list a message some time after it was sent.</summary>
    private static readonly TimeSpan Tail = TimeSpan.FromHours(1);

    public string Name => "chats";

    public IAsyncEnumerable<CollectedBatch> CollectAsync(CollectRequest request, CancellationToken cancellation) =>
        Scopes.VisitAsync(request.People.ObjectIds, (id, token) => ReadChatsAsync(id, request, token), cancellation);

    private async IAsyncEnumerable<CollectedBatch> ReadChatsAsync(
        string id, CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = request.Accounts.Resolve(id);
        var conversation = new Conversation(request);
        var query = Query(id, Window.Begin(request, id, Tail), request.Until);
        await foreach (var page in pages.ReadAsync<ItemRead>(query, Read, cancellation))
            // The window is read whole or again: its last page stands for all of it.
            yield return page.ToBatch(id, page.Next is null ? Window.ToCursor(request.Until) : null);

        bool Read(ref Utf8JsonReader json, out ItemRead read)
        {
            var message = TeamsMessageReader.Read(ref json, conversation.Parts, out _);
            if (message.Outcome == Outcome.Counted)
            {
                // In a chat of more than two, whoever is listed the message was there to read it.
                var peer = conversation.AccountOf(message.Peer);
                conversation.Say(message, Channel.Chat, peer != AccountId.None ? peer : reader);
                conversation.SayAside(message);
            }
            read = new(message.Outcome, conversation.Given.Take());
            return true;
        }
    }

    private GraphQuery Query(string id, DateTime from, DateTime until) => GraphQuery.Of(
        pages.Connection.Requests.Users[id].Chats.GetAllMessages.ToGetRequestInformation(asked =>
        {
            asked.QueryParameters.Filter =
                $"lastModifiedDateTime gt {Window.Ask(from)} and lastModifiedDateTime lt {Window.Ask(until)}";
            asked.QueryParameters.Top = PageSize;
            asked.Headers.Add("Prefer", "include-unknown-enum-members");
        }));
}
