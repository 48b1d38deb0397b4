using System.Runtime.CompilerServices;
using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Meetings that are over, from their organisers' calendars. See README.md in this folder.</summary>
public sealed class MeetingsCollector(GraphPages pages) : ICollector
{
    /// <summary>Answers and moves come in after a meeting too.</summary>
    private static readonly TimeSpan Tail = TimeSpan.FromDays(7);

    public string Name => "meetings";

    public IAsyncEnumerable<CollectedBatch> CollectAsync(CollectRequest request, CancellationToken cancellation) =>
        Scopes.VisitAsync(request.People.ObjectIds, (id, token) => ReadCalendarAsync(id, request, token), cancellation);

    private async IAsyncEnumerable<CollectedBatch> ReadCalendarAsync(
        string id, CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = Window.Begin(request, id, Tail);
        var handles = new Handles();
        var (meetings, itemCount) = (new List<ItemRead>(), 0);
        await foreach (var page in pages.ReadAsync<ItemRead>(Query(id, from, request.Until), Read, cancellation))
        {
            meetings.AddRange(page.Items);
            itemCount += page.ItemCount;
        }
        yield return new GraphPage<ItemRead>(meetings, itemCount, Next: null, Delta: null)
            .ToBatch(id, Window.ToCursor(request.Until));

        bool Read(ref Utf8JsonReader json, out ItemRead read)
        {
            var meeting = MeetingReader.Read(ref json, handles);
            var outcome = meeting.Outcome == Outcome.Counted && meeting.End > request.Until
                ? Outcome.NotOver
                : meeting.Outcome;
            read = new(
                outcome,
                outcome == Outcome.Counted && meeting.Start >= from ? Give(meeting, handles, request) : []);
            return true;
        }
    }

    private GraphQuery Query(string id, DateTime from, DateTime until) => GraphQuery.Of(
        pages.Connection.Requests.Users[id].CalendarView.ToGetRequestInformation(asked =>
        {
            asked.QueryParameters.StartDateTime = Window.Ask(from);
            asked.QueryParameters.EndDateTime = Window.Ask(until);
            asked.QueryParameters.Select = MeetingReader.Select.Split(',');
            asked.Headers.Add("Prefer", "outlook.timezone=\"UTC\"");
            asked.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
            asked.Headers.Add("Prefer", "odata.maxpagesize=500");
        })) with { Mailbox = id };

    private static Interaction<AccountId>[] Give(in Meeting meeting, Handles handles, CollectRequest request)
    {
        var organizer = request.Accounts.ResolveNormal(handles[meeting.Organizer]);
        return handles.TowardsRecipients(
            new(meeting.EventId, meeting.Start, organizer, AccountId.None, Channel.Meeting, RecipientRole.To, 0)
            {
                Minutes = meeting.Minutes,
            },
            request.Accounts);
    }
}
