namespace InfluencerMap.Graph.Company;

/// <summary>
/// What a directory or people file says about someone or about a mailbox, in the source's own words.
/// Only collectors and the naming tables see it; measures and influence never do.
/// </summary>
/// <remarks>A null property was not stated and leaves what is stored unchanged.</remarks>
public sealed record DirectoryEntry
{
    /// <summary>Id that the source gives, normalised like a handle; unique in the directory.</summary>
    public required string SourceId { get; init; }

    /// <summary>The id as the source writes it, for people to recognise.</summary>
    public required string Spelling { get; init; }

    /// <summary>Pseudonymous key derived from <see cref="SourceId"/> with the customer's key.</summary>
    public required string Key { get; init; }

    /// <summary>Whether this is a person, or a mailbox that belongs to nobody; new and not stated, a person.</summary>
    public AccountKind? Kind { get; init; }

    /// <summary>Source id or another handle of the person reported to; the own id at the top of the chart.</summary>
    public string? ManagerSourceId { get; init; }

    /// <summary>Name for people with the right to see it.</summary>
    public string? Name { get; init; }

    /// <summary>Addresses and handles besides <see cref="SourceId"/>, normalised.</summary>
    public IReadOnlyList<string> Handles { get; init; } = [];

    /// <summary>Unit.</summary>
    public string? Department { get; init; }

    /// <summary>Place of work.</summary>
    public string? Site { get; init; }

    /// <summary>Professional family.</summary>
    public string? JobFamily { get; init; }

    /// <summary>Level, 1 at the top.</summary>
    public int? Level { get; init; }

    /// <summary>First day with the company.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>First day no longer with the company.</summary>
    public DateOnly? Leave { get; init; }

    /// <summary>First day of a long absence.</summary>
    public DateOnly? AbsentFrom { get; init; }

    /// <summary>First day back from it.</summary>
    public DateOnly? AbsentTo { get; init; }

    /// <summary>Share of full time that is worked, 0.1 … 1.</summary>
    public double? Fte { get; init; }

    /// <summary>Days of the week that are worked.</summary>
    public Weekdays? WorkingDays { get; init; }
}
