using System.Globalization;
using System.Text.Json;
using InfluencerMap.Tenant.Company;
using InfluencerMap.Tenant.Protocol;

namespace InfluencerMap.Tenant.Endpoints;

/// <summary>The calendar of each mailbox: meetings, and entries that are nobody's interaction.</summary>
internal sealed class CalendarEndpoints(StandInTenant tenant)
{
    private const int PageMax = 1_000;

    private static readonly string[] StandardSelect =
    [
        "iCalUId", "seriesMasterId", "type", "isCancelled", "isAllDay", "isOrganizer", "organizer", "attendees",
        "start", "end", "showAs", "sensitivity", "isOnlineMeeting", "onlineMeetingProvider", "lastModifiedDateTime",
        "subject", "bodyPreview", "location", "webLink",
    ];

    private enum Kind { Meeting, Private, Cancelled, AllDay }

    public void Map() => tenant.Get("/users/{id}/calendarView", AnswerAsync);

    private Task AnswerAsync(Exchange exchange)
    {
        if (tenant.History.Accounts.Find(exchange.Route("id")) is not { } account
            || tenant.Directory.Users.Find(TenantAccounts.Id(account)) is not { UserPurpose: not null, Removed: null })
            return UserEndpoints.NotFoundAsync(exchange, "MailboxNotEnabledForRESTAPI");
        if (Instant(exchange, "startDateTime") is not { } from || Instant(exchange, "endDateTime") is not { } to)
            return GraphError.AnswerAsync(exchange.Context, 400, "ErrorInvalidParameter", "A window is needed.");
        var entries = tenant.History.Meetings(account, tenant.Clock.Now)
            .Where(m => m.Event.At < to && EndOf(m) > from).SelectMany(m => EntriesOf(m, account)).ToArray();
        var select = exchange.Select ?? StandardSelect;
        if (exchange.Has(Misbehaviour.Talkative))
            select = [.. select.Union(ContentFields.OfCalendar)];
        return new Page("calendarView", entries.Length, exchange.PageSize(PageMax, standard: 10), Write)
            .AnswerAsync(exchange);

        void Write(Utf8JsonWriter writer, int number)
        {
            var (meeting, kind) = entries[number];
            writer.WriteString("@odata.etag", "W/\"1\"");
            writer.WriteString("id", $"AAMk-event-{account:x}-{meeting.Event.Number}-{(int)kind}");
            foreach (var name in select)
                WriteProperty(writer, name, meeting, kind, account, exchange);
        }
    }

    /// <summary>Beside some meetings the organiser's calendar holds entries that must not count.</summary>
    private static IEnumerable<(Happening Meeting, Kind Kind)> EntriesOf(Happening meeting, int account)
    {
        yield return (meeting, Kind.Meeting);
        if (meeting.Event.From != account)
            yield break;
        if (meeting.Event.Number % 11 == 0)
            yield return (meeting, Kind.Private);
        if (meeting.Event.Number % 13 == 0)
            yield return (meeting, Kind.Cancelled);
        if (meeting.Event.Number % 17 == 0)
            yield return (meeting, Kind.AllDay);
    }

    private void WriteProperty(
        Utf8JsonWriter writer, string name, Happening meeting, Kind kind, int account, Exchange exchange)
    {
        var made = meeting.Event;
        switch (name)
        {
            case "iCalUId": writer.WriteString(name, $"0400-{made.Number}-{(int)kind}"); break;
            case "seriesMasterId":
                writer.WriteString(name, IsWeekly(meeting) ? $"AAMk-series-{made.From}" : null);
                break;
            case "type": writer.WriteString(name, IsWeekly(meeting) ? "occurrence" : "singleInstance"); break;
            case "isCancelled": writer.WriteBoolean(name, kind == Kind.Cancelled); break;
            case "isAllDay": writer.WriteBoolean(name, kind == Kind.AllDay); break;
            case "isOrganizer": writer.WriteBoolean(name, made.From == account); break;
            case "isOnlineMeeting": writer.WriteBoolean(name, made.Number % 2 == 0); break;
            case "onlineMeetingProvider":
                writer.WriteString(name, exchange.Has(Misbehaviour.Unknowns) ? "fromTheFuture" : "teamsForBusiness");
                break;
            case "showAs": writer.WriteString(name, "busy"); break;
            case "sensitivity": writer.WriteString(name, kind == Kind.Private ? "private" : "normal"); break;
            case "lastModifiedDateTime": MailEndpoints.WriteInstant(writer, name, made.At.AddDays(-1)); break;
            case "start": WriteTime(writer, name, kind == Kind.AllDay ? made.At.Date : made.At); break;
            case "end": WriteTime(writer, name, kind == Kind.AllDay ? made.At.Date.AddDays(1) : EndOf(meeting)); break;
            case "organizer": WritePerson(writer, name, meeting, made.From); break;
            case "attendees": WriteAttendees(writer, meeting, account); break;
            default: ContentFields.Write(writer, name, made.Number); break;
        }
    }

    /// <summary>Only the organiser's copy knows all answers; in others' copies only the owner's is told.</summary>
    private void WriteAttendees(Utf8JsonWriter writer, Happening meeting, int account)
    {
        var made = meeting.Event;
        writer.WriteStartArray("attendees");
        foreach (var recipient in meeting.Recipients)
            WriteAttendee(writer, meeting, recipient.Account,
                made.From == account || recipient.Account == account ? "accepted" : "none");
        if (made.Number % 5 == 0 && Absentee(meeting) is { } absentee)
            WriteAttendee(writer, meeting, absentee, made.From == account ? "declined" : "none");
        writer.WriteEndArray();
    }

    /// <summary>Somebody who was asked and declined.</summary>
    private int? Absentee(Happening meeting)
    {
        var asked = (meeting.Event.From + 1) % tenant.History.Accounts.PersonCount;
        foreach (var recipient in meeting.Recipients)
            if (recipient.Account == asked)
                return null;
        return asked;
    }

    private void WriteAttendee(Utf8JsonWriter writer, Happening meeting, int attendee, string response)
    {
        writer.WriteStartObject();
        writer.WriteString("type", attendee < tenant.History.Accounts.PersonCount ? "required" : "resource");
        writer.WriteStartObject("status");
        writer.WriteString("response", response);
        writer.WriteString("time", "0001-01-01T00:00:00Z");
        writer.WriteEndObject();
        WriteAddress(writer, meeting, attendee);
        writer.WriteEndObject();
    }

    private void WritePerson(Utf8JsonWriter writer, string name, Happening meeting, int account)
    {
        writer.WriteStartObject(name);
        WriteAddress(writer, meeting, account);
        writer.WriteEndObject();
    }

    private void WriteAddress(Utf8JsonWriter writer, Happening meeting, int account)
    {
        writer.WriteStartObject("emailAddress");
        writer.WriteString("name", Canary.Of("attendeeName", meeting.Event.Number));
        writer.WriteString("address", tenant.History.Accounts.Address(account));
        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTime instant)
    {
        writer.WriteStartObject(name);
        writer.WriteString("dateTime", instant.ToString("yyyy-MM-ddTHH:mm:ss.fffffff"));
        writer.WriteString("timeZone", "UTC");
        writer.WriteEndObject();
    }

    private static bool IsWeekly(Happening meeting) => meeting.Event.RecipientCount > 2;

    private static DateTime EndOf(Happening meeting) =>
        meeting.Event.At.AddMinutes(meeting.Event.Number % 3 == 0 ? 60 : 30);

    private static DateTime? Instant(Exchange exchange, string option) =>
        DateTimeOffset.TryParse(exchange.Option(option), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var instant) ? instant.UtcDateTime : null;
}
