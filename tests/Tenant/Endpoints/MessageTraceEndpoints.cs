using System.Text.Json;
using InfluencerMap.Tenant.Company;
using InfluencerMap.Tenant.Protocol;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>The mail of the whole tenant, a row for each recipient.</summary>
internal sealed class MessageTraceEndpoints(StandInTenant tenant)
{
    private const int PageMax = 5_000;
    private const int StandardPage = 1_000;
    private const string Standard = "delivered";

    private const int RequestsMax = 100;

    private static readonly TimeSpan BudgetSpan = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WindowMax = TimeSpan.FromDays(10);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly Queue<DateTimeOffset> _asked = new();

    public void Map() => tenant.Get("/admin/exchange/tracing/messageTraces", AnswerAsync);

    private Task AnswerAsync(Exchange exchange)
    {
        if (tenant.Options.HasTraceBudget && IsOverBudget())
        {
            exchange.Context.Response.Headers.RetryAfter = "60";
            return GraphError.AnswerAsync(exchange.Context, 429, "TooManyRequests", "100 requests in 5 minutes.");
        }
        foreach (var refused in (string[])["$select", "$orderby", "$expand", "$count"])
            if (exchange.Option(refused) is not null)
                return RefuseAsync(exchange, $"{refused} is not supported.");
        var now = tenant.Clock.Now.UtcDateTime;
        var (from, to) = (now - TimeSpan.FromHours(48), now.AddTicks(1));
        if (exchange.Option("$filter") is { } filter)
        {
            if (InstantWindow.Parse(filter, "receivedDateTime") is not { } window || window.To == DateTime.MaxValue)
                return RefuseAsync(exchange, "The filter needs receivedDateTime ge and le.");
            (from, to) = (window.From, window.To);
        }
        if (to - from > WindowMax.Add(TimeSpan.FromSeconds(1)))
            return RefuseAsync(exchange, "The window is longer than 10 days.");
        if (from < now - Kept.Add(TimeSpan.FromDays(1)))
            return RefuseAsync(exchange, "The window begins more than 90 days ago.");

        // A trace's instant is that of reception, a second after the mail was sent.
        var shift = TimeSpan.FromSeconds(-1);
        var rows = RowsOf(tenant.History.MailBetween(from + shift, to + shift, tenant.Clock.Now));
        return new Page("admin/exchange/tracing/messageTraces", rows.Count, exchange.PageSize(PageMax, StandardPage),
            (writer, number) => Write(writer, rows[number])).AnswerAsync(exchange);
    }

    private bool IsOverBudget()
    {
        lock (_asked)
        {
            var now = tenant.Options.WaitClock.GetUtcNow();
            while (_asked.TryPeek(out var oldest) && oldest <= now - BudgetSpan)
                _asked.Dequeue();
            if (_asked.Count >= RequestsMax)
                return true;
            _asked.Enqueue(now);
            return false;
        }
    }

    private static Task RefuseAsync(Exchange exchange, string message) =>
        GraphError.AnswerAsync(exchange.Context, 400, "BadRequest", message);

    /// <summary>Besides delivered rows there are lists that were expanded, and mail that never arrived.</summary>
    private List<Row> RowsOf(Happening[] mail)
    {
        var rows = new List<Row>();
        foreach (var message in mail)
        {
            var made = message.Event;
            if (made.RecipientCount > 20)
                rows.Add(new(message, "everyone@demo.invalid", "expanded"));
            if (made.Number % 23 == 0)
                rows.Add(new(message, "nobody@nowhere.invalid", made.Number % 2 == 0 ? "failed" : "pending"));
            var status = made.Number % 5 == 0 ? "Delivered" : Standard;
            foreach (var recipient in message.Recipients)
                rows.Add(new(message, tenant.History.Accounts.AddressIn(made, recipient.Account), status));
        }
        return rows;
    }

    private void Write(Utf8JsonWriter writer, Row row)
    {
        var made = row.Message.Event;
        writer.WriteString("id", $"d0000000-0000-4000-8000-{made.Number:x12}");
        writer.WriteString("senderAddress", tenant.History.Accounts.AddressIn(made, made.From));
        writer.WriteString("recipientAddress", row.Recipient);
        writer.WriteString("messageId", MailEndpoints.InternetMessageId(made.Number));
        MailEndpoints.WriteInstant(writer, "receivedDateTime", made.At.AddSeconds(1));
        writer.WriteString("subject", Canary.Of("traceSubject", made.Number));
        writer.WriteNumber("size", 2_048);
        writer.WriteString("fromIP", "192.0.2.1");
        writer.WriteString("toIP", "192.0.2.2");
        writer.WriteString("status", row.Status);
    }

    private readonly record struct Row(Happening Message, string Recipient, string Status);
}
