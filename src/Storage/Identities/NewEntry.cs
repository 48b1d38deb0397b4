using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>An entry of the log before it has a number.</summary>
internal sealed record NewEntry(IdentityAction Action)
{
    public AccountId? AccountId { get; init; }

    public PersonId? PersonId { get; init; }

    public PersonId? OtherPersonId { get; init; }

    public long? Undoes { get; init; }

    public int Items { get; init; } = 1;

    public int AlreadyThere { get; init; }
}

/// <summary>Somebody found by a word; preference 3 = by an address, not by id or key.</summary>
internal sealed record FoundPerson(PersonId Id, long Preference)
{
    public bool IsAddress => Preference == 3;
}
