using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>
/// Someone in the synthetic company, as its people file says. Names and addresses are visibly invented.
/// </summary>
public sealed class MadePerson
{
    /// <summary>Place in <see cref="MadeCompany.People"/> and number of the person's first account.</summary>
    public required int Index { get; init; }

    /// <summary>Id in the people file.</summary>
    public required string SourceId { get; init; }
    public required string Name { get; init; }
    public required string Address { get; init; }

    /// <summary>A second address, where the person has one: from before a change of domain.</summary>
    public string? FormerAddress { get; init; }

    /// <summary>Handle in the internal social network, where the person is in it.</summary>
    public string? SocialHandle { get; init; }

    /// <summary>Null at the top of the chart.</summary>
    public MadePerson? Manager { get; init; }
    public required string Department { get; init; }
    public required string Site { get; init; }
    public required string JobFamily { get; init; }

    /// <summary>1 at the top … 6.</summary>
    public required int Level { get; init; }
    public required DateOnly Start { get; init; }
    public DateOnly? Leave { get; init; }
    public DateOnly? AbsentFrom { get; init; }
    public DateOnly? AbsentTo { get; init; }

    /// <summary>Works at a machine or a wheel, hardly ever at a screen.</summary>
    public required bool IsFrontLine { get; init; }

    public bool IsEmployed(DateOnly day) => Start <= day && (Leave is not { } leave || day < leave);

    public bool IsAbsent(DateOnly day) => AbsentFrom <= day && (AbsentTo is not { } back || day < back);
}

/// <summary>An account of the synthetic company that belongs to nobody, or to someone outside (kind unknown).</summary>
/// <param name="Index">Account number, after those of the people.</param>
/// <param name="Address">Address in the files.</param>
/// <param name="Kind">What the people file says; accounts of unknown kind are not in it.</param>
public sealed record MadeAccount(int Index, string Address, AccountKind Kind);
