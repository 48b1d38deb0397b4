using System.Runtime.CompilerServices;
using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Calls of two and of groups, from call records. See README.md in this folder.</summary>
public sealed class CallsCollector(GraphPages pages) : ICollector
{
    private const string Scope = "";

    /// <summary>Records come late, and are written anew as data arrives.</summary>
    private static readonly TimeSpan Tail = TimeSpan.FromDays(3);

    /// <summary>Older records are answered by 404.</summary>
    private static readonly TimeSpan AgeMax = TimeSpan.FromDays(30);

    public string Name => "calls";

    public async IAsyncEnumerable<CollectedBatch> CollectAsync(
        CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var begin = Window.Begin(request, Scope, Tail);
        var oldest = request.Until - AgeMax;
        var query = ListQuery(begin > oldest ? begin : oldest, request.Until);
        await foreach (var page in pages.ReadAsync<Guid>(query, CallReader.ReadId, cancellation))
        {
            // A record listed in several versions is read once: asked for by id, it is the latest.
            Guid[] ids = [.. page.Items.Distinct()];
            await foreach (var batch in Scopes.VisitAsync(
                ids, (id, token) => ReadCallAsync(id, request, token), cancellation))
                yield return batch with { ScopesAll = null, ScopesDone = 0 };
        }
        yield return new()
        {
            Cursors = new Dictionary<string, string?> { [Scope] = Window.ToCursor(request.Until) },
            ScopesDone = 1,
        };
    }

    private async IAsyncEnumerable<CollectedBatch> ReadCallAsync(
        Guid id, CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var handles = new Handles();
        var call = await pages.ReadOneAsync<Call>(CallQuery(id), Read, cancellation);
        if (call.Outcome != Outcome.Counted)
        {
            yield return Dropped(call.Outcome);
            yield break;
        }
        if (call.Start < request.Since)
            yield break;
        if (call.NextParticipants is { } next)
            await foreach (var _ in pages.ReadAsync(
                new() { Link = next }, CallReader.ParticipantsInto(handles), cancellation))
            {
            }
        if (CallerOf(call, handles) is not { } caller)
        {
            yield return Dropped(Outcome.NoCaller);
            yield break;
        }
        yield return new()
        {
            Interactions = handles.TowardsRecipients(
                new(call.EventId, call.Start, request.Accounts.ResolveNormal(handles[caller]), AccountId.None,
                    Channel.Call, RecipientRole.To, 0),
                request.Accounts),
            Items = 1,
        };

        bool Read(ref Utf8JsonReader json, out Call call)
        {
            call = CallReader.Read(ref json, handles);
            return true;
        }
    }

    private static CollectedBatch Dropped(Outcome outcome) =>
        new() { Items = 1, Outcomes = new Dictionary<Outcome, int> { [outcome] = 1 } };

    /// <summary>
    /// The organiser, if they took part. Where they did not, or a phone or a service began the call, one of two people;
    /// of more, it is not known who spoke to whom.
    /// </summary>
    private static int? CallerOf(in Call call, Handles handles)
    {
        int[] present = [.. handles.Recipients.DistinctBy(i => handles[i].ToString())];
        if (call.Organizer != Handles.None)
            foreach (var participant in present)
                if (handles[participant].SequenceEqual(handles[call.Organizer]))
                    return participant;
        return present.Length == 2 ? present.MinBy(i => handles[i].ToString(), StringComparer.Ordinal) : null;
    }

    private GraphQuery ListQuery(DateTime from, DateTime until) =>
        GraphQuery.Of(pages.Connection.Requests.Communications.CallRecords.ToGetRequestInformation(asked =>
        {
            asked.QueryParameters.Select = ["id"];
            asked.QueryParameters.Filter =
                $"startDateTime ge {Window.Ask(from)} and startDateTime lt {Window.Ask(until)}";
        }));

    private GraphQuery CallQuery(Guid id) =>
        GraphQuery.Of(pages.Connection.Requests.Communications.CallRecords[id.ToString()]
            .ToGetRequestInformation(asked =>
            {
                asked.QueryParameters.Select = CallReader.Select.Split(',');
                asked.QueryParameters.Expand = [CallReader.Expand];
            }));
}
