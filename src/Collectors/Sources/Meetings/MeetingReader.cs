using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>One entry of a calendar.</summary>
/// <param name="EventId">
/// From the calendar id that all copies share, and the start; of a series from its id and the week.
/// </param>
/// <param name="Start">UTC.</param>
/// <param name="End">UTC.</param>
/// <param name="Organizer">In the handles.</param>
/// <param name="Outcome">Whether it counts.</param>
internal readonly record struct Meeting(
    long EventId, DateTime Start, DateTime End, int Organizer, Outcome Outcome)
{
    /// <summary>Whole minutes, at least 1: nothing begun is of unknown length.</summary>
    public int Minutes => Math.Max(1, (int)Math.Round((End - Start).TotalMinutes));
}

internal static class MeetingReader
{
    /// <summary>All that is asked for; the service adds the item's id.</summary>
    public const string Select =
        "iCalUId,seriesMasterId,isCancelled,isAllDay,isOrganizer,organizer,attendees,start,end,showAs,sensitivity";

    private static readonly TimeSpan LengthMax = TimeSpan.FromMinutes(Interaction.MinutesMax);
    private static readonly byte[][] Address = ["emailAddress"u8.ToArray(), "address"u8.ToArray()];

    /// <summary>Reads the object on which the reader stands; those who accepted are the handles with a role.</summary>
    public static Meeting Read(ref Utf8JsonReader json, Handles handles)
    {
        handles.Clear();
        DateTime? start = null, end = null;
        long id = 0, series = 0;
        var organizer = Handles.None;
        var (isOwn, isAllDay) = (false, false);
        var dropped = Outcome.Counted;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("iCalUId"u8))
                id = Fields.Hash(ref json);
            else if (json.ValueTextEquals("seriesMasterId"u8))
                series = Fields.Hash(ref json);
            else if (json.ValueTextEquals("start"u8))
                start = ReadTime(ref json);
            else if (json.ValueTextEquals("end"u8))
                end = ReadTime(ref json);
            else if (json.ValueTextEquals("organizer"u8))
                organizer = handles.AddAt(ref json, Address);
            else if (json.ValueTextEquals("attendees"u8))
                while (Fields.NextElement(ref json))
                    ReadAttendee(ref json, handles);
            else if (json.ValueTextEquals("isOrganizer"u8))
                isOwn = Fields.Flag(ref json) is true;
            else if (json.ValueTextEquals("isAllDay"u8))
                isAllDay = Fields.Flag(ref json) is true;
            else if (json.ValueTextEquals("isCancelled"u8))
                dropped = Fields.Flag(ref json) is true ? Outcome.Cancelled : dropped;
            else if (json.ValueTextEquals("sensitivity"u8))
                dropped = Fields.Is(ref json, "normal"u8) ? dropped : Outcome.Private;
            else if (json.ValueTextEquals("showAs"u8))
                dropped = Fields.Is(ref json, "busy"u8) || dropped != Outcome.Counted ? dropped : Outcome.NotBusy;
            else
                Fields.Skip(ref json);
        }
        if (dropped == Outcome.Counted)
            dropped = !isOwn ? Outcome.Copy
                : id == 0 || organizer == Handles.None || start is null || end is null || end < start
                    ? Outcome.Unreadable
                : isAllDay || end - start > LengthMax ? Outcome.Long
                : Outcome.Counted;
        var at = start ?? default;
        var eventId = new EventId().Add((long)Channel.Meeting);
        eventId = series == 0 ? eventId.Add(id).Add(at.Ticks) : eventId.Add(series).Add(Week.MondayOf(at).Ticks);
        return new(eventId.Value, at, end ?? default, organizer, dropped);
    }

    /// <summary>Times are asked for in UTC; one that says to be in another zone is none.</summary>
    private static DateTime? ReadTime(ref Utf8JsonReader json)
    {
        if (!Fields.Enter(ref json))
            return null;
        Fields.Find(ref json, "dateTime"u8, out var time, "timeZone"u8, out var zone);
        return zone.TokenType == JsonTokenType.None || Fields.Is(ref zone, "utc"u8) ? Fields.Instant(ref time) : null;
    }

    private static void ReadAttendee(ref Utf8JsonReader json, Handles handles)
    {
        var handle = Handles.None;
        var (isPerson, hasAccepted) = (true, false);
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("type"u8))
                isPerson = !Fields.Is(ref json, "resource"u8);
            else if (json.ValueTextEquals("status"u8))
            {
                var response = Fields.FindInside(ref json, "response"u8);
                hasAccepted = Fields.Is(ref response, "accepted"u8);
            }
            else if (json.ValueTextEquals("emailAddress"u8) && handle == Handles.None)
                handle = handles.AddAt(ref json, Address.AsSpan(1), RecipientRole.To);
            else
                Fields.Skip(ref json);
        }
        if (handle != Handles.None && !(isPerson && hasAccepted))
            handles.RemoveLast();
    }
}
