using System.Runtime.InteropServices;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Company;

/// <summary>One observed event, who → whom, for one recipient of it. Never holds content.</summary>
/// <typeparam name="TWho">
/// <see cref="AccountId"/> as it is collected and stored, <see cref="PersonId"/> once accounts have become the people
/// who own them.
/// </typeparam>
/// <param name="EventId">The same for all recipients of one message or meeting.</param>
/// <param name="At">Instant, UTC.</param>
/// <param name="Source">The one who acted; the default value for nobody.</param>
/// <param name="Target">The one acted towards; the default value for nobody.</param>
/// <param name="Channel">Where it was seen.</param>
/// <param name="Role">How the recipient was addressed.</param>
/// <param name="AudienceSize">Recipients of the whole event, at least 1 once it is given.</param>
/// <remarks>32 bytes, two a cache line: a year of a large company is hundreds of millions of them.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interaction<TWho>(
    long EventId, DateTime At, TWho Source, TWho Target, Channel Channel, RecipientRole Role, int AudienceSize)
    where TWho : struct
{
    private const int RoleBits = 6;

    private readonly byte _roleAndPart = (byte)Role;
    private readonly ushort _minutes;

    /// <summary>How the recipient was addressed.</summary>
    public RecipientRole Role
    {
        get => (RecipientRole)(_roleAndPart & ((1 << RoleBits) - 1));
        init => _roleAndPart = (byte)((byte)value | ((byte)Part << RoleBits));
    }

    /// <summary>How much of the event this is, where more than one person is credited with it.</summary>
    /// <value>Default <see cref="CreditPart.Whole"/>; not stored, decided by hygiene.</value>
    public CreditPart Part
    {
        get => (CreditPart)(_roleAndPart >> RoleBits);
        init => _roleAndPart = (byte)((byte)Role | ((byte)value << RoleBits));
    }

    /// <summary>How long a meeting was planned to last, in minutes.</summary>
    /// <value>Default 0: not known; at most <see cref="Interaction.MinutesMax"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0 or above the maximum.</exception>
    public int Minutes
    {
        get => _minutes;
        init => _minutes = value is >= 0 and <= Interaction.MinutesMax ? (ushort)value : Throw.MinutesOutside(value);
    }

    /// <summary>
    /// The row that says who pressed send, in addition to the rows of the event itself: from the delegate to the
    /// principal.
    /// </summary>
    /// <param name="sender">The delegate.</param>
    public Interaction<TWho> SentBy(TWho sender) =>
        this with { Source = sender, Target = Source, Role = RecipientRole.SentFor, AudienceSize = 1 };
}

/// <summary>What holds for interactions of accounts and of people.</summary>
public static class Interaction
{
    /// <summary>Longest meeting that counts as one; sources leave out what lasts longer.</summary>
    /// <value>480 minutes, 8 hours.</value>
    public const int MinutesMax = 480;
}

/// <summary>Where an interaction was seen. Values are stored: never renumber.</summary>
public enum Channel : byte
{
    /// <summary>Electronic mail.</summary>
    Mail = 1,

    /// <summary>A meeting, organiser and attendee.</summary>
    Meeting = 2,

    /// <summary>A chat among named people.</summary>
    Chat = 3,

    /// <summary>A reply in a channel that many read.</summary>
    ChannelPost = 4,

    /// <summary>A call.</summary>
    Call = 5,

    /// <summary>A reaction to someone's message.</summary>
    Reaction = 6,

    /// <summary>Someone named in a message.</summary>
    Mention = 7,

    /// <summary>A social network inside or outside the company.</summary>
    Social = 8,

    /// <summary>
    /// Somebody named in answer to a question such as whose advice is trusted: said, not seen, and a layer of its own.
    /// </summary>
    Nomination = 9,
}

/// <summary>How a recipient was addressed. Values are stored: never renumber.</summary>
public enum RecipientRole : byte
{
    /// <summary>Addressed directly.</summary>
    To = 1,

    /// <summary>Copied.</summary>
    Cc = 2,

    /// <summary>Copied unseen by the others.</summary>
    Bcc = 3,

    /// <summary>
    /// No recipient: the target is whom the event is from, and the source the delegate who pressed send.
    /// </summary>
    SentFor = 4,
}

/// <summary>Which part of an event one interaction is.</summary>
public enum CreditPart : byte
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>What stays with the principal: 1 less <see cref="WeighingOptions.DelegateShare"/>.</summary>
    Principal,

    /// <summary>What the delegate is credited with: <see cref="WeighingOptions.DelegateShare"/>.</summary>
    Delegate,
}
