using System.Globalization;
using System.Text.Json;
using InfluencerMap.Tenant.Company;
using InfluencerMap.Tenant.Protocol;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>Call records: they appear some time after the call, and a second version of each later still.</summary>
internal sealed class CallEndpoints(StandInTenant tenant)
{
    private const int PageMax = 60;
    private const string IdBegin = "ca110000-0000-4000-8000-";

    private static readonly TimeSpan AppearsAfter = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan CompletedAfter = TimeSpan.FromHours(9);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public void Map()
    {
        tenant.Get("/communications/callRecords", AnswerListAsync);
        tenant.Get("/communications/callRecords/{id}", AnswerOneAsync);
        tenant.Get("/communications/callRecords/{id}/participants_v2", AnswerParticipantsAsync);
    }

    private IEnumerable<Happening> Records()
    {
        var now = tenant.Clock.Now;
        return tenant.History.Calls(now)
            .Where(c => c.Event.At + AppearsAfter <= now.UtcDateTime && c.Event.At > now.UtcDateTime - Kept);
    }

    private Task AnswerListAsync(Exchange exchange)
    {
        var window = exchange.Option("$filter") is { } filter
            ? InstantWindow.Parse(filter, "startDateTime") ?? InstantWindow.Parse(filter, "lastModifiedDateTime")
            : InstantWindow.All;
        if (window is not { } asked)
            return GraphError.AnswerAsync(exchange.Context, 400, "BadRequest", "Filter by startDateTime.");
        var byChange = exchange.Option("$filter")?.StartsWith("last", StringComparison.Ordinal) == true;
        var calls = Records().Where(c => asked.Holds(byChange ? LastModified(c) : c.Event.At)).ToArray();
        return new Page("communications/callRecords", calls.Length, exchange.PageSize(PageMax, PageMax),
            (writer, number) => WriteRecord(writer, calls[number], exchange)).AnswerAsync(exchange);
    }

    private Task AnswerOneAsync(Exchange exchange)
    {
        if (Find(exchange) is not { } call)
            return UserEndpoints.NotFoundAsync(exchange);
        var withParticipants = exchange.Option("$expand")?.Contains("participants_v2") == true;
        return Delivery.SendObjectAsync(exchange, "communications/callRecords/$entity", writer =>
        {
            WriteRecord(writer, call, exchange);
            if (!withParticipants)
                return;
            writer.WriteStartArray("participants_v2");
            var participants = ParticipantsOf(call);
            foreach (var participant in participants.Take(tenant.Options.NestedPageSize))
            {
                writer.WriteStartObject();
                WriteParticipant(writer, participant, call);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            if (participants.Length > tenant.Options.NestedPageSize)
                writer.WriteString("participants_v2@odata.nextLink", exchange.NestedLink(
                    $"/communications/callRecords/{Id(call)}/participants_v2", tenant.Options.NestedPageSize));
        });
    }

    private Task AnswerParticipantsAsync(Exchange exchange)
    {
        if (Find(exchange) is not { } call)
            return UserEndpoints.NotFoundAsync(exchange);
        var participants = ParticipantsOf(call);
        return new Page("participants_v2", participants.Length, exchange.PageSize(130, 130),
            (writer, number) => WriteParticipant(writer, participants[number], call)).AnswerAsync(exchange);
    }

    private Happening? Find(Exchange exchange)
    {
        var id = exchange.Route("id");
        return id.StartsWith(IdBegin, StringComparison.Ordinal)
            && long.TryParse(id.AsSpan(IdBegin.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var n)
            ? Records().Where(c => c.Event.Number == n).Select(c => (Happening?)c).FirstOrDefault()
            : null;
    }

    private void WriteRecord(Utf8JsonWriter writer, Happening call, Exchange exchange)
    {
        var made = call.Event;
        var hasSecondVersion = LastModified(call) > made.At + AppearsAfter;
        writer.WriteString("id", Id(call));
        writer.WriteNumber("version", hasSecondVersion ? 2 : 1);
        writer.WriteString("type", exchange.Has(Misbehaviour.Unknowns) ? "fromTheFuture" : "peerToPeer");
        writer.WriteStartArray("modalities");
        writer.WriteStringValue("audio");
        writer.WriteEndArray();
        MailEndpoints.WriteInstant(writer, "lastModifiedDateTime", LastModified(call));
        MailEndpoints.WriteInstant(writer, "startDateTime", made.At);
        MailEndpoints.WriteInstant(writer, "endDateTime", made.At.AddMinutes(10));
        writer.WriteString("joinWebUrl", Canary.Of("joinWebUrl", made.Number));
        writer.WriteStartObject("organizer");
        WriteUser(writer, made.From, made.Number);
        writer.WriteEndObject();
    }

    /// <summary>The outer id is a participant's, not the person's; who dials in has a number only.</summary>
    private static void WriteParticipant(Utf8JsonWriter writer, int? account, Happening call)
    {
        writer.WriteString("id", "a0000000-0000-4000-8000-ffffffffffff");
        writer.WriteStartObject("identity");
        writer.WriteString("endpointType", "default");
        if (account is { } participant)
        {
            WriteUser(writer, participant, call.Event.Number);
        }
        else
        {
            writer.WriteNull("user");
            writer.WriteStartObject("phone");
            writer.WriteString("id", "+000000000");
            writer.WriteString("displayName", Canary.Of("phoneName", call.Event.Number));
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteUser(Utf8JsonWriter writer, int account, long number)
    {
        writer.WriteStartObject("user");
        writer.WriteString("id", TenantAccounts.Id(account));
        writer.WriteString("displayName", Canary.Of("callerName", number));
        writer.WriteEndObject();
    }

    private static int?[] ParticipantsOf(Happening call)
    {
        List<int?> participants = [call.Event.From];
        foreach (var recipient in call.Recipients)
            participants.Add(recipient.Account);
        if (call.Event.Number % 6 == 0)
            participants.Add(null);
        return [.. participants];
    }

    private DateTime LastModified(Happening call)
    {
        var at = call.Event.At;
        return at + (tenant.Clock.Now.UtcDateTime - at >= CompletedAfter ? CompletedAfter : AppearsAfter);
    }

    private static string Id(Happening call) => $"{IdBegin}{call.Event.Number:x12}";
}
