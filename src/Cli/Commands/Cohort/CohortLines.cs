using InfluencerMap.Graph.Cohorts;

namespace InfluencerMap.Cli;

/// <summary>A cohort as programs read it. Numbers are people, shares 0 … 1.</summary>
/// <param name="Purpose">What this may be used for.</param>
/// <param name="Run">Id of the run that it rests on.</param>
/// <param name="Reach">What reaching is: steps:k, in at most k steps, or influence, by word passed on.</param>
/// <param name="PersonCount">Everybody.</param>
/// <param name="Covered">Share of the people with a tie who are reached.</param>
/// <param name="AtMost">Share that no cohort within the same constraints can exceed.</param>
/// <param name="Certificate">The cohort reaches at least this share of the best possible.</param>
/// <param name="Members">Members, then those who wait.</param>
/// <param name="Compared">The usual ways of choosing.</param>
/// <param name="Changes">Who changed since the same was asked on an earlier run.</param>
/// <param name="NeverReached">People with a tie whom no member reaches.</param>
/// <param name="NotMeasurable">How many of these the sources cannot measure: whether they are is not known.</param>
/// <param name="Assumptions">For influence: the same at low, middle and high transmission.</param>
/// <param name="Families">How far each professional family is seen, heard and given seats.</param>
/// <param name="FamiliesNotFitting">Families whose seat by headcount did not fit among the members.</param>
/// <param name="Number">By which it was saved; null where it was not.</param>
/// <param name="NoTie">People whom nobody else can reach; no share counts them.</param>
/// <param name="FilledFrom">Place from which on nobody adds anyone else; null where every member does.</param>
/// <param name="Notes">What else is to be known about the choice, in sentences.</param>
/// <param name="Provisional">Rules by which places are provisional, as short-history; null where they stand.</param>
internal sealed record CohortLines(
    string Purpose, string Run, string Reach, int PersonCount, double Covered, double AtMost, double Certificate,
    CohortLine[] Members, IReadOnlyList<ComparedCohort> Compared, ChangeLine[] Changes, string[] NeverReached,
    int NotMeasurable, IReadOnlyList<AssumedCohort> Assumptions, FamilyLine[] Families,
    IReadOnlyList<string> FamiliesNotFitting, long? Number, int NoTie, int? FilledFrom, IReadOnlyList<string> Notes,
    string? Provisional);

/// <summary>One member, or one person who waits.</summary>
/// <param name="Place">1-based, members first.</param>
/// <param name="Role">member or waiting.</param>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Department">Unit, where known.</param>
/// <param name="JobFamily">Professional family, where known.</param>
/// <param name="Alone">People whom the person would reach alone; null for who waits.</param>
/// <param name="Added">People whom the person adds to those before, or on top of all members.</param>
/// <param name="OnlyThrough">People whom no other member reaches; null for who waits.</param>
/// <param name="Covered">Share reached up to this member; null for who waits.</param>
/// <param name="Alternates">Who could take the place, the best first.</param>
/// <param name="AlternateNames">Their names, where the people file gave some.</param>
internal sealed record CohortLine(
    int Place, string Role, [Shown("person", 7, UnlessNamedBy = nameof(CohortLine.Name))] string Person,
    [Shown("name")] string? Name, [Shown("key", 1)] string Key, [Shown("department", 8)] string? Department,
    [Shown("family", 5)] string? JobFamily, [Shown("alone", 2, Format = "N0", Missing = "")] double? Alone,
    [Shown("adds", Format = "N0")] double Added,
    [Shown("only", 3, Format = "N0", Missing = "", After = nameof(CohortLine.Covered))] double? OnlyThrough,
    [Shown("covered", 9, Format = "0.0 %", Missing = "")] double? Covered, string Alternates, string? AlternateNames)
{
    [Shown("", After = nameof(Role))]
    public string Seat => Role == "member" ? $"{Place}" : "waits";

    [Shown("if they decline", 4, After = nameof(AlternateNames))]
    public string IfTheyDecline => AlternateNames is { Length: > 0 } names ? names : Alternates;
}

/// <summary>A change since the earlier cohort.</summary>
internal sealed record ChangeLine(string? Leaves, string? Joins, string Reason);
