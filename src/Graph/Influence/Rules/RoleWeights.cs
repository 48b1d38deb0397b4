using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Influence;

/// <summary>How much one interaction counts by how its recipient was addressed.</summary>
public sealed record RoleWeights
{
    /// <summary>Every recipient counts 1.</summary>
    public static RoleWeights Equal { get; } = new() { Cc = 1, Bcc = 1 };

    /// <summary>Addressed directly.</summary>
    /// <value>Default 1: the unit.</value>
    public double To { get; init => field = OptionBounds.Weight(value, nameof(To)); } = 1;

    /// <summary>Copied.</summary>
    /// <value>Default 0.5: informed, but not asked.</value>
    public double Cc { get; init => field = OptionBounds.Weight(value, nameof(Cc)); } = 0.5;

    /// <summary>Copied unseen by the others.</summary>
    /// <value>Default 0: filing and archiving more often than talking, and few sources see it.</value>
    public double Bcc { get; init => field = OptionBounds.Weight(value, nameof(Bcc)); }

    /// <summary>The weight of one role; that of a role not known is 0.</summary>
    public double Of(RecipientRole role) => role switch
    {
        RecipientRole.To => To,
        RecipientRole.Cc => Cc,
        RecipientRole.Bcc => Bcc,
        _ => 0,
    };
}
