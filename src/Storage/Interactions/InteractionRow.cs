using System.Data.Common;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>
/// A row as read_interactions.sql packs it: four numbers, since with millions of rows, reading a column costs more
/// than what is in it.
/// </summary>
internal readonly struct InteractionRow(DbDataReader reader)
{
    private readonly long _atMs = reader.GetInt64(0);
    private readonly long _eventId = reader.GetInt64(1);
    private readonly long _accounts = reader.GetInt64(2);
    private readonly long _rest = reader.GetInt64(3);

    public AccountId SourceAccount => new((int)(_accounts >> 32));

    public AccountId TargetAccount => new((int)_accounts);

    public Interaction<PersonId> Between(Ownership owners) => new(
        _eventId, Instant.FromMs(_atMs), owners.OwnerOf(SourceAccount, _atMs), owners.OwnerOf(TargetAccount, _atMs),
        (Channel)(byte)(_rest >> 8), (RecipientRole)(byte)_rest, (int)(_rest >> 32))
    {
        Minutes = (ushort)(_rest >> 16),
    };
}
