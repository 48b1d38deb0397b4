namespace InfluencerMap.Graph.Company;

/// <summary>A mailbox or handle that interactions name. Several may belong to one person, some to nobody.</summary>
/// <param name="Id">The store's number, from 1.</param>
/// <param name="Handle">Normalised address, handle or source id.</param>
public sealed record Account(AccountId Id, string Handle);

/// <summary>What an account is. Values are stored: never renumber.</summary>
public enum AccountKind : byte
{
    /// <summary>Seen in interactions, named by no directory: technical, former or external.</summary>
    Unknown = 0,

    /// <summary>Belongs to a person.</summary>
    Person = 1,

    /// <summary>A mailbox that several people read.</summary>
    Shared = 2,

    /// <summary>A meeting room or a piece of equipment.</summary>
    Room = 3,

    /// <summary>A program.</summary>
    Bot = 4,

    /// <summary>A distribution list or another group with an address: mail to it reaches its members.</summary>
    List = 5,
}
