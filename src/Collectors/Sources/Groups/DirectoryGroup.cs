using System.Text.Json;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors.Sources;

/// <summary>What one element of a delta round says of a group; a round may name the same group often.</summary>
/// <param name="Account">Account of the group's object id.</param>
internal sealed record DirectoryGroup(int Account)
{
    /// <summary>All that the select of a round asks for; the service adds <c>members@delta</c> for the last.</summary>
    public static readonly string[] Select = ["id", "proxyAddresses", "members"];

    public bool Removed { get; private init; }

    /// <summary>Addresses at which it gets mail; null was not said, and leaves them as they are.</summary>
    public IReadOnlyList<string>? Addresses { get; private init; }

    /// <summary>Whether an account joined or left; of those not named nothing is said.</summary>
    public IReadOnlyDictionary<int, bool> Members { get; private init; } = new Dictionary<int, bool>();

    /// <summary>What a later element says goes before what this one said.</summary>
    public DirectoryGroup After(DirectoryGroup earlier)
    {
        if (Removed || earlier.Removed)
            return this;
        // Large groups come in parts: the members of the parts before stay.
        var members = (Dictionary<int, bool>)earlier.Members;
        foreach (var (account, isMember) in Members)
            members[account] = isMember;
        return this with { Members = members, Addresses = Addresses ?? earlier.Addresses };
    }

    public GroupChange Change(bool isWhole, Func<string, int?> addressOf) => new()
    {
        Account = Account,
        IsRemoved = Removed,
        IsWhole = isWhole,
        Addresses = Addresses is null ? null : [.. Addresses.Select(addressOf).OfType<int>().Distinct()],
        Joined = [.. Members.Where(member => member.Value).Select(member => member.Key)],
        Left = [.. Members.Where(member => !member.Value).Select(member => member.Key)],
    };

    public static bool Read(ref Utf8JsonReader reader, AccountDirectory accounts, out DirectoryGroup group)
    {
        var (account, removed) = (Interaction.Nobody, false);
        List<string>? addresses = null;
        var members = new Dictionary<int, bool>();
        while (Fields.Next(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
                account = Fields.Account(ref reader, accounts);
            else if (reader.ValueTextEquals("@removed"u8))
                removed = Fields.IsPresent(ref reader);
            else if (reader.ValueTextEquals("proxyAddresses"u8))
                addresses = DirectoryUser.ReadProxies(ref reader);
            else if (reader.ValueTextEquals("members@delta"u8))
                ReadMembers(ref reader, accounts, members);
            else
                Fields.Skip(ref reader);
        }
        group = new(account) { Removed = removed, Addresses = addresses, Members = members };
        return account != Interaction.Nobody;
    }

    private static void ReadMembers(ref Utf8JsonReader reader, AccountDirectory accounts, Dictionary<int, bool> members)
    {
        if (!Fields.EnterArray(ref reader))
            return;
        while (Fields.NextElement(ref reader))
        {
            var (account, isMember) = (Interaction.Nobody, true);
            while (Fields.Next(ref reader))
                if (reader.ValueTextEquals("id"u8))
                    account = Fields.Account(ref reader, accounts);
                else if (reader.ValueTextEquals("@removed"u8))
                    isMember = !Fields.IsPresent(ref reader);
                else
                    Fields.Skip(ref reader);
            if (account != Interaction.Nobody)
                members[account] = isMember;
        }
    }
}
