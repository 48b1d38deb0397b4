using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>Who acted or was named, from an identity set: author, reactor and mention have the same shape.</summary>
/// <param name="Handle">The user's id, in the handles.</param>
/// <param name="Outcome">Counted for a member of the tenant; else what it is instead.</param>
internal readonly record struct TeamsUser(int Handle, Outcome Outcome)
{
    /// <summary>From the name of the property. Null and empty sets are what the system itself writes.</summary>
    public static TeamsUser Read(ref Utf8JsonReader json, Handles handles)
    {
        if (!Fields.Enter(ref json))
            return new(Handles.None, Outcome.Automatic);
        Fields.Find(ref json, "user"u8, out var user, "application"u8, out var application);
        var known = ReadUser(ref user, handles) ?? new(Handles.None, Outcome.Automatic);
        return known.Handle == Handles.None && Fields.IsPresent(ref application)
            ? known with { Outcome = Outcome.Program }
            : known;
    }

    private static TeamsUser? ReadUser(ref Utf8JsonReader json, Handles handles)
    {
        if (!Fields.Enter(ref json))
            return null;
        Fields.Find(ref json, "id"u8, out var id, "userIdentityType"u8, out var kind);
        var handle = handles.Add(ref id);
        // Older answers leave the kind out; kinds that we do not know are not members.
        var isMember = Fields.Text(ref kind) is null or "aadUser" or "onPremiseAadUser";
        return handle == Handles.None ? null
            : new(isMember ? handle : Handles.None, isMember ? Outcome.Counted : Outcome.Outsider);
    }
}
