using System.Text.Json;
using InfluencerMap.Collectors.Identities;

namespace InfluencerMap.Collectors.Sources;

/// <summary>Who acted or was named, from an identity set: author, reactor and mention have the same shape.</summary>
/// <param name="Handle">The user's id, in the handles.</param>
/// <param name="Outcome">Counted for a member of the tenant; else what it is instead.</param>
internal readonly record struct TeamsUser(int Handle, Outcome Outcome)
{
    /// <summary>From the name of the property. Null and empty sets are what the system itself writes.</summary>
    public static TeamsUser Read(ref Utf8JsonReader json, Handles handles)
    {
        var user = new TeamsUser(Handles.None, Outcome.Automatic);
        var isProgram = false;
        if (!Fields.Enter(ref json))
            return user;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("user"u8))
                user = ReadUser(ref json, handles) ?? user;
            else if (json.ValueTextEquals("application"u8))
                isProgram = Fields.IsPresent(ref json);
            else
                Fields.Skip(ref json);
        }
        return isProgram && user.Handle == Handles.None ? user with { Outcome = Outcome.Program } : user;
    }

    private static TeamsUser? ReadUser(ref Utf8JsonReader json, Handles handles)
    {
        var handle = Handles.None;
        var isMember = true;
        if (!Fields.Enter(ref json))
            return null;
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("id"u8))
                handle = handles.Add(ref json);
            else if (json.ValueTextEquals("userIdentityType"u8))
                isMember = IsMember(ref json);
            else
                Fields.Skip(ref json);
        }
        return handle == Handles.None ? null
            : new(isMember ? handle : Handles.None, isMember ? Outcome.Counted : Outcome.Outsider);
    }

    /// <summary>Older answers leave the kind out; kinds that we do not know are no members.</summary>
    private static bool IsMember(ref Utf8JsonReader json)
    {
        Span<byte> kind = stackalloc byte[64];
        kind = kind[..Fields.Copy(ref json, kind)];
        return kind.IsEmpty || kind.SequenceEqual("aadUser"u8) || kind.SequenceEqual("onPremiseAadUser"u8);
    }
}
