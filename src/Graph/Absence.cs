using System.Text;

namespace InfluencerMap.Graph;

/// <summary>Why a figure is absent. Absent figures are null, never 0; docs/data.md lists the reasons.</summary>
public enum Absence
{
    /// <summary>Too few interactions of the person were seen.</summary>
    FewEvents,

    /// <summary>The person was seen in too few weeks.</summary>
    FewWeeks,

    /// <summary>The person has no tie, or no neighbour that the measure could read.</summary>
    NoTies,

    /// <summary>Too few people, or too few of a group, to compare with.</summary>
    FewPeople,

    /// <summary>The data spans too short a time.</summary>
    ShortHistory,

    /// <summary>The chart distinguishes fewer than three groups.</summary>
    FlatChart,

    /// <summary>No department or group of the person is known.</summary>
    NoUnit,

    /// <summary>The graph is too large for the measure in one night.</summary>
    TooLarge,

    /// <summary>Nobody asked the person, or nobody was asked about the person.</summary>
    OutsideSurvey,
}

/// <summary>The reasons as they are written in CSV and JSON.</summary>
public static class Absences
{
    /// <summary>The reason in kebab-case: <c>few-events</c>.</summary>
    public static string Code(this Absence absence)
    {
        var code = new StringBuilder();
        foreach (var letter in absence.ToString())
            code.Append(char.IsUpper(letter) && code.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        return code.ToString();
    }
}
