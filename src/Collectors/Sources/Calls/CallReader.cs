using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>One call record with its participants.</summary>
/// <param name="EventId">The same for every version of the record.</param>
/// <param name="Start">UTC.</param>
/// <param name="Organizer">In the handles; none where a phone or a service began the call.</param>
/// <param name="NextParticipants">Where there are further participants; null where these are all.</param>
/// <param name="Outcome">Whether it counts.</param>
internal readonly record struct Call(
    long EventId, DateTime Start, int Organizer, string? NextParticipants, Outcome Outcome);

internal static class CallReader
{
    /// <summary>All that is asked for of a record.</summary>
    public const string Select = "id,startDateTime,organizer,organizer_v2";

    /// <summary>All that is asked for of its participants.</summary>
    public const string Expand = "participants_v2($select=id,identity)";

    private static readonly byte[][] User = ["identity"u8.ToArray(), "user"u8.ToArray(), "id"u8.ToArray()];

    /// <summary>Reads the id of a record in the list of records.</summary>
    public static bool ReadId(ref Utf8JsonReader json, out Guid id) => Guid.TryParseExact(
        JsonSerializer.Deserialize(ref json, IdentifiedJson.Default.Identified)?.Id, "D", out id) && id != default;

    /// <summary>Reads the object on which the reader stands; its participants are the handles with a role.</summary>
    public static Call Read(ref Utf8JsonReader json, Handles handles)
    {
        handles.Clear();
        long id = 0;
        DateTime? start = null;
        string? next = null;
        var organizer = Handles.None;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("id"u8))
                id = Fields.Hash(ref json);
            else if (json.ValueTextEquals("startDateTime"u8))
                start = Fields.Instant(ref json);
            else if (json.ValueTextEquals("organizer_v2"u8))
                organizer = handles.AddAt(ref json, User) is var user and not Handles.None ? user : organizer;
            else if (json.ValueTextEquals("organizer"u8) && organizer == Handles.None)
                organizer = handles.AddAt(ref json, User.AsSpan(1));
            else if (json.ValueTextEquals("participants_v2"u8))
                handles.AddEach(ref json, User, RecipientRole.To);
            else if (json.ValueTextEquals("participants_v2@odata.nextLink"u8))
                next = Fields.Text(ref json);
            else
                Fields.Skip(ref json);
        }
        return new(
            new EventId().Add((long)Channel.Call).Add(id).Value, start ?? default, organizer, next,
            id == 0 || start is null ? Outcome.Unreadable : Outcome.Counted);
    }

    /// <summary>
    /// Reads one participant; false where it is not a user. The id next to the identity is not the user's in every
    /// record.
    /// </summary>
    public static ItemReader<bool> ParticipantsInto(Handles handles) => (ref json, out isUser) =>
        isUser = handles.AddInside(ref json, User, RecipientRole.To) != Handles.None;
}
