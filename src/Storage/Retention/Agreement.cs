using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>What allows raw events to be kept for longer than the profile does.</summary>
public sealed record Agreement
{
    /// <summary>1-based, in the order of recording.</summary>
    public int Id { get; init; }

    public required AgreementKind Kind { get; init; }

    /// <summary>Its number or reference.</summary>
    public required string Number { get; init; }

    /// <summary>When it was concluded.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What it covers; empty = every channel.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>Most days that it allows.</summary>
    public required int MaxDays { get; init; }

    /// <summary>The first day on which it holds no more.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Who wrote it down.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime EnteredAt { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? WithdrawnAt { get; init; }

    /// <summary>Whether it holds for a channel at an instant.</summary>
    public bool Covers(Channel channel, DateTime at)
    {
        var day = DateOnly.FromDateTime(at);
        return day >= Date && day < Expires && !(WithdrawnAt <= at)
            && (Channels.Count == 0 || Channels.Contains(channel));
    }
}

/// <summary>What kind of agreement Italian law knows; elsewhere the nearest.</summary>
public enum AgreementKind
{
    /// <summary>With unions or a works council.</summary>
    UnionAgreement = 1,

    /// <summary>Authorised by a labour inspectorate.</summary>
    InspectorateAuthorisation = 2,
}
