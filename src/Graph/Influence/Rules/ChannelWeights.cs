using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>How much one interaction counts by its channel; a mail to one person counts 1.</summary>
/// <remarks>
/// In order of the attention that one event asks of the other person. Not tuned on data: where nominations exist these
/// are fitted to them. A meeting and a call count once in each direction, since both sides speak.
/// </remarks>
public sealed record ChannelWeights
{
    /// <summary>Every interaction counts 1, wherever it was seen.</summary>
    public static ChannelWeights Equal { get; } = new()
    {
        Chat = 1, Mention = 1, ChannelPost = 1, Social = 1, Reaction = 1,
    };

    /// <summary>A mail.</summary>
    /// <value>Default 1: the unit.</value>
    public double Mail { get; init => field = OptionBounds.Weight(value, nameof(Mail)); } = 1;

    /// <summary>A meeting, each direction.</summary>
    /// <value>Default 1: half an hour with one other person weighs like a mail each way.</value>
    public double Meeting { get; init => field = OptionBounds.Weight(value, nameof(Meeting)); } = 1;

    /// <summary>A call, each direction.</summary>
    /// <value>Default 1: as a meeting.</value>
    public double Call { get; init => field = OptionBounds.Weight(value, nameof(Call)); } = 1;

    /// <summary>A chat message.</summary>
    /// <value>Default 0.5: what one mail says takes several chat messages.</value>
    public double Chat { get; init => field = OptionBounds.Weight(value, nameof(Chat)); } = 0.5;

    /// <summary>Someone named in a message.</summary>
    /// <value>Default 0.5: a direct address, in passing.</value>
    public double Mention { get; init => field = OptionBounds.Weight(value, nameof(Mention)); } = 0.5;

    /// <summary>A reply in a channel that many read.</summary>
    /// <value>Default 0.25: said to everybody as much as to the person answered.</value>
    public double ChannelPost { get; init => field = OptionBounds.Weight(value, nameof(ChannelPost)); } = 0.25;

    /// <summary>A contact on a social network.</summary>
    /// <value>Default 0.25: public, like a channel post.</value>
    public double Social { get; init => field = OptionBounds.Weight(value, nameof(Social)); } = 0.25;

    /// <summary>A reaction.</summary>
    /// <value>Default 0.1: one click.</value>
    public double Reaction { get; init => field = OptionBounds.Weight(value, nameof(Reaction)); } = 0.1;

    /// <summary>The weight of one channel.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The channel is none of the known ones.</exception>
    public double Of(Channel channel) => channel switch
    {
        Channel.Mail => Mail,
        Channel.Meeting => Meeting,
        Channel.Call => Call,
        Channel.Chat => Chat,
        Channel.Mention => Mention,
        Channel.ChannelPost => ChannelPost,
        Channel.Social => Social,
        Channel.Reaction => Reaction,
        // A layer of its own: there is nothing to weigh it against.
        Channel.Nomination => 1,
        _ => Throw.OptionOutside<double>("Channel", (byte)channel, "a channel from 1 to 9"),
    };
}
