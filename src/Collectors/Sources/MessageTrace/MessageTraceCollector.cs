using System.Globalization;
using System.Runtime.CompilerServices;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Mail of the whole tenant, without any access to a mailbox. Swept in slices of time that begin with an hour, grow
/// while there is little in them, and are halved where the service cannot answer in time.
/// </summary>
public sealed class MessageTraceCollector(GraphPages pages) : ICollector
{
    private const int RowsPerPage = 5_000;
    private const int AttemptsBeforeHalving = 3;

    private static readonly TimeSpan SliceFirst = TimeSpan.FromHours(1);
    private static readonly TimeSpan SliceMin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SliceMax = TimeSpan.FromDays(1);

    /// <summary>How long the service keeps traces.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>A message may wait before it is delivered: the last day is swept again.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    private readonly RequestBudget _budget =
        RequestBudget.Of(100, TimeSpan.FromMinutes(5), pages.Throttle.Clock);

    public string Name => "message-trace";

    public async IAsyncEnumerable<CollectedBatch> CollectAsync(
        CollectRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (from, until) = Window(request);
        var hoursAll = (int)Math.Ceiling((until - from).TotalHours);
        var (length, hoursDone) = (SliceFirst, 0);
        while (from < until)
        {
            var to = until - from < length ? until : from + length;
            List<TraceRow> rows;
            try
            {
                rows = await ReadAsync(from, to, request, cancellation);
            }
            catch (GraphException late) when (late.Status is null or 408 or 504 && to - from > SliceMin)
            {
                length = WholeSeconds((to - from) / 2);
                continue;
            }
            var hours = hoursAll - (int)Math.Floor((until - to).TotalHours) - hoursDone;
            hoursDone += hours;
            yield return new()
            {
                Interactions = [.. Interactions(rows.Where(row => row.Outcome == Outcome.Counted))],
                Items = rows.Count,
                Outcomes = rows.Select(row => row.Outcome).CountBySort(),
                ScopesDone = hours,
                ScopesAll = hoursAll,
                Cursors = new Dictionary<string, string?> { [""] = Text(to) },
            };
            from = to;
            // As few requests as the service's budget wants, and at most a few pages of rows in memory.
            if (rows.Count < RowsPerPage && length < SliceMax)
                length *= 2;
            else if (rows.Count > 4 * RowsPerPage)
                length = WholeSeconds(length / 2);
        }
    }

    private static (DateTime From, DateTime Until) Window(CollectRequest request)
    {
        var from = request.Since;
        if (request.Cursors.TryGetValue("", out var cursor))
            from = DateTime.Parse(cursor, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) - Late;
        return (WholeSecond(Max(from, request.Until - Kept)), WholeSecond(request.Until));
    }

    private async Task<List<TraceRow>> ReadAsync(
        DateTime from, DateTime to, CollectRequest request, CancellationToken cancellation)
    {
        var query = Query(from, to);
        var (rows, handles) = (new List<TraceRow>(), new Handles());
        await foreach (var page in pages.ReadAsync<TraceRow>(
            query, (ref reader, out row) => TraceRow.Read(ref reader, handles, request.Accounts, out row),
            cancellation))
            rows.AddRange(page.Items);
        return rows;
    }

    private GraphQuery Query(DateTime from, DateTime to) => GraphQuery.Of(
        pages.Connection.Requests.Admin.Exchange.Tracing.MessageTraces.ToGetRequestInformation(asked =>
        {
            // Both ends are inside: rows on a border come twice.
            asked.QueryParameters.Filter = $"receivedDateTime ge {Text(from)} and receivedDateTime le {Text(to)}";
            asked.QueryParameters.Top = RowsPerPage;
        })) with
        {
            Budget = _budget,
            AttemptsMax = to - from > SliceMin ? AttemptsBeforeHalving : null,
        };

    /// <summary>The trace does not distinguish to, cc and bcc: everyone counts as addressed.</summary>
    private static IEnumerable<Interaction<AccountId>> Interactions(IEnumerable<TraceRow> rows) =>
        from message in rows.Distinct().GroupBy(row => (row.Message, row.Sender))
        let audience = message.Select(row => row.Recipient).Distinct().Count()
        from row in message
        where row.Recipient != row.Sender
        select new Interaction<AccountId>(
            EventId.OfMail(row.Message).Value, row.At, row.Sender, row.Recipient, Channel.Mail, RecipientRole.To,
            audience);

    private static string Text(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static TimeSpan WholeSeconds(TimeSpan length) => TimeSpan.FromSeconds(Math.Floor(length.TotalSeconds));

    private static DateTime WholeSecond(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));

    private static DateTime Max(DateTime a, DateTime b) => a > b ? a : b;
}
