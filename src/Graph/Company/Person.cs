namespace InfluencerMap.Graph.Company;

/// <summary>Someone in the directory, without a name: what the graph and the scores may know.</summary>
public sealed record Person
{
    /// <summary>The store's number, from 1; <see cref="PersonId.Nobody"/> is not a person.</summary>
    public required PersonId Id { get; init; }

    /// <summary>Pseudonymous key, the only identity outside the store; unique, breaks ties in rank.</summary>
    public required string Key { get; init; }

    /// <summary>Id of the person reported to; null, or the person's own id, at the top of the chart.</summary>
    public PersonId? ManagerId { get; init; }

    /// <summary>Unit, where known.</summary>
    public string? Department { get; init; }

    /// <summary>Place of work, where known.</summary>
    public string? Site { get; init; }

    /// <summary>Professional family, where known.</summary>
    public string? JobFamily { get; init; }

    /// <summary>Level that the people file states, 1 at the top; the chart's depth stands in where absent.</summary>
    public int? Level { get; init; }

    /// <summary>First day with the company.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>First day no longer with the company.</summary>
    public DateOnly? Leave { get; init; }

    /// <summary>First day of a long absence.</summary>
    public DateOnly? AbsentFrom { get; init; }

    /// <summary>First day back from it; null while it lasts.</summary>
    public DateOnly? AbsentTo { get; init; }

    /// <summary>Share of full time that is worked, 0.1 … 1; null where not stated.</summary>
    public double? Fte { get; init; }

    /// <summary>Days of the week that are worked; null where not stated: then learnt from what is seen.</summary>
    public Weekdays? WorkingDays { get; init; }
}
