using System.Runtime.CompilerServices;
using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Mail by the mailbox it was sent from, with to, cc and bcc. See README.md in this folder.</summary>
public sealed class SentItemsCollector(GraphPages pages) : ICollector
{
    /// <summary>A filtered delta round is said to end here whatever the folder holds.</summary>
    private const int FilteredMax = 5_000;

    public string Name => "sent-items";

    public IAsyncEnumerable<CollectedBatch> CollectAsync(CollectRequest request, CancellationToken cancellation) =>
        Scopes.VisitAsync(request.People.ObjectIds, (id, token) => ReadMailboxAsync(id, request, token), cancellation);

    private async IAsyncEnumerable<CollectedBatch> ReadMailboxAsync(
        string id, CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var cursor = request.Cursors.GetValueOrDefault(id);
        var handles = new Handles();
        var itemCount = 0;
        await foreach (var page in pages.ReadRoundAsync<ItemRead>(
            Query(id, cursor is null ? request.Since : null), cursor, Read, cancellation))
        {
            itemCount += page.ItemCount;
            if (cursor is null && page.Next is null && itemCount >= FilteredMax)
                break;
            // A first round that breaks off begins again: only a whole one shows whether it was cut short.
            var position = cursor is null ? page.Delta : page.Cursor;
            yield return page.ToBatch(id, position);
            if (page.Next is null)
                yield break;
        }
        await foreach (var page in pages.ReadRoundAsync<ItemRead>(
            Query(id, since: null), null, Read, cancellation))
            yield return page.ToBatch(id, page.Cursor);

        bool Read(ref Utf8JsonReader json, out ItemRead read)
        {
            var item = SentItemReader.Read(ref json, handles);
            var counts = item.Outcome is Outcome.Counted or Outcome.Delegated;
            read = new(
                item.Outcome,
                counts && item.At >= request.Since && item.At < request.Until ? Give(item, handles, request) : []);
            return true;
        }
    }

    private GraphQuery Query(string id, DateTime? since) => GraphQuery.Of(
        pages.Connection.Requests.Users[id].MailFolders["sentitems"].Messages.Delta
            .ToGetRequestInformation(asked =>
            {
                asked.QueryParameters.Select = SentItemReader.Select.Split(',');
                asked.QueryParameters.ChangeType = "created";
                asked.QueryParameters.Filter = since is { } from ? $"receivedDateTime ge {Window.Ask(from)}" : null;
                asked.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
                asked.Headers.Add("Prefer", "odata.maxpagesize=1000");
            })) with { Mailbox = id };

    /// <summary>From the one whom the mail is from; where somebody else pressed send, a row says so.</summary>
    private static Interaction<AccountId>[] Give(in SentItem item, Handles handles, CollectRequest request)
    {
        var from = request.Accounts.ResolveNormal(handles[item.From]);
        var mail = new Interaction<AccountId>(
            item.EventId, item.At, from, AccountId.None, Channel.Mail, RecipientRole.To, 0);
        var given = handles.TowardsRecipients(mail, request.Accounts);
        return item.Outcome == Outcome.Delegated && given.Length > 0
            ? [.. given, mail.SentBy(request.Accounts.ResolveNormal(handles[item.Sender]))]
            : given;
    }
}
