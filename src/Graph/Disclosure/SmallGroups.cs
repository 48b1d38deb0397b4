using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Disclosure;

/// <summary>
/// When a figure about several people may be shown: one policy for every answer.
/// </summary>
public sealed record SmallGroups
{
    /// <summary>No configuration goes below this.</summary>
    public const int MinimumFloor = 5;

    /// <summary>Under this, people can be recognised in a ranking without names.</summary>
    public const int CompanyMin = 50;

    /// <summary>People that a group has at least.</summary>
    /// <value>10; 5 at the least.</value>
    public int Minimum { get; init; } = 10;

    /// <summary>Why a company of fewer than 50 people may be ranked unasked; null = it may not.</summary>
    public string? SmallCompanyReason { get; init; }

    /// <summary>People whom a figure rests on at least.</summary>
    public const int ContributorsMin = 5;

    /// <summary>Largest share of a figure that may be one person's.</summary>
    public const double LargestShareMax = 0.40;

    /// <summary>Why a figure is withheld; null where it may be shown.</summary>
    /// <param name="personCount">People of the group.</param>
    /// <param name="contributions">What each who has data gives to the figure, none negative.</param>
    public string? Against(int personCount, IReadOnlyCollection<double> contributions)
    {
        if (personCount < Minimum)
            return "fewPeople";
        if (contributions.Count(given => given > 0) < ContributorsMin)
            return "fewContributors";
        return contributions.Max() > LargestShareMax * contributions.Sum() ? "mostlyOnePerson" : null;
    }

    /// <summary>
    /// The count of what a rule set aside, as it may be published; null where too few people are concerned.
    /// </summary>
    /// <remarks>Where only what a rule counts is known, that is the number of people at most.</remarks>
    public long? Told(HygieneCount counted)
    {
        var people = counted.Unit is "people" or "pairs" ? counted.Count
            : counted.PersonCount > 0 ? counted.PersonCount
            : counted.Count;
        if (counted.Count > 0 && people < Minimum)
            return null;
        return counted.Unit == "people" ? Coarse.People((int)counted.Count) : counted.Count;
    }

    /// <summary>
    /// Withholds more where what is withheld could be had by subtracting what is shown from the whole: it must be
    /// nothing, or parts of several groups that may together be shown.
    /// </summary>
    /// <param name="parts">The parts that the whole falls into, with the reason against each or null.</param>
    public void Complement(IReadOnlyList<PeopleGroups.Part> parts)
    {
        while (!MayBeSubtracted(parts.Where(part => part.Withheld is not null).ToArray())
            && parts.Where(part => part.Withheld is null).MinBy(part => part.PersonCount) is { } smallest)
            smallest.Withheld = "complement";
    }

    /// <summary>
    /// People of whom alone a figure follows from those of sets, added and subtracted in any way: too few of them, or
    /// too few who have data.
    /// </summary>
    /// <param name="sets">For each attribute the number of each person's set.</param>
    /// <param name="givers">Who has data.</param>
    /// <returns>Numbers of the people; null where nothing of the kind follows, none where nobody knows.</returns>
    public int[]? ToldApart(IReadOnlyList<int[]> sets, IReadOnlyList<bool> givers) =>
        Combinations.ToldApart(sets, [.. Enumerable.Repeat(true, givers.Count)], Minimum)
        ?? Combinations.ToldApart(sets, givers, ContributorsMin);

    private bool MayBeSubtracted(PeopleGroups.Part[] withheld)
    {
        if (withheld.Length <= 1)
            return withheld.Length == 0;
        double[] contributions = [.. withheld.SelectMany(part => part.Contributions)];
        return Against(contributions.Length, contributions) is null;
    }
}
