using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace InfluencerMap.Api;

/// <summary>Which part of a ranking. Places count everybody measured, whatever the filters leave out.</summary>
/// <remarks>Nullable, because a parameter that is a property is required else, whatever its initial value.</remarks>
public sealed record RankingRequest
{
    private const int TopDefault = 20;

    [FromQuery(Name = "top")]
    [Description("People on a page, 1 to 500.")]
    [DefaultValue(TopDefault)]
    [Range(1, 500, ErrorMessage = "top is a whole number from 1 to 500.")]
    public int? Top { get; init; }

    [FromQuery(Name = "after")]
    [Description("Only places after this one: the last of the page before.")]
    [DefaultValue(0)]
    [Range(0, 1_000_000_000, ErrorMessage = "after is a whole number from 0 to 1000000000.")]
    public int? After { get; init; }

    [FromQuery(Name = "by")]
    [Description("Measure that gives the places: influence, betweenness, reach or surprise.")]
    [DefaultValue("influence")]
    [AllowedValues(null, "influence", "betweenness", "reach", "surprise",
        ErrorMessage = "by is one of influence, betweenness, reach, surprise.")]
    public string? By { get; init; }

    [FromQuery(Name = "department")]
    [Description("Only this department, written as in the people file.")]
    public string? Department { get; init; }

    [FromQuery(Name = "managers")]
    [Description("exclude leaves out everybody of whom isManager is said to be true; include keeps them.")]
    [DefaultValue("include")]
    [AllowedValues(null, "include", "exclude", ErrorMessage = "managers is one of include, exclude.")]
    public string? Managers { get; init; }

    [FromQuery(Name = "view")]
    [Description("Id of an approved named view: shows the names of people who agreed.")]
    public string? View { get; init; }

    /// <summary>Filters act on what is said of people, or they would tell what is not.</summary>
    public RankingQuery ToQuery(ShownPeople people) => new()
    {
        By = By is null ? RankBy.Influence : Enum.Parse<RankBy>(By, ignoreCase: true),
        Department = Department,
        LeavesOut = Managers == "exclude" ? id => people[id].IsManager is true : null,
        Take = Top ?? TopDefault,
        After = After ?? 0,
    };

    /// <summary>Where a page is; names the run, so that one published meanwhile does not mix in.</summary>
    public string PageAfter(int place, string run)
    {
        var next = new QueryBuilder
        {
            { "top", $"{Top ?? TopDefault}" },
            { "after", $"{place}" },
            { "by", By ?? NameOf(RankBy.Influence) },
        };
        if (Department is not null)
            next.Add("department", Department);
        if (Managers == "exclude")
            next.Add("managers", "exclude");
        if (View is not null)
            next.Add("view", View);
        return $"/v1/rankings/{run}{next}";
    }

    public static string NameOf(RankBy by) => by.ToString().ToLowerInvariant();
}
