using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What a reader of a cohort has to know besides its certificate, in sentences.</summary>
internal static class CohortNotes
{
    public static string[] Of(Run run, Cohort cohort, IReadOnlyList<ComparedCohort> compared)
    {
        var notes = new List<string>();
        var certificate = cohort.Certificate;
        if (certificate.NoTieCount > 0)
            notes.Add($"Of {certificate.PersonCount:N0} people {certificate.NoTieCount:N0} "
                + (certificate.NoTieCount == 1 ? "has no tie" : "have no tie")
                + (run.Options.Directed ? " by which anybody could reach them." : ": nobody can reach them."));
        if (cohort.FilledFrom is { } place)
            notes.Add($"From place {place:N0} on nobody adds anyone else: these seats are filled by score.");
        foreach (var row in compared)
        {
            if (row.LeftOut is not null)
                notes.Add($"Not compared with {row.Name}: {row.LeftOut}.");
            if (row.IsReachedByChance)
                notes.Add($"Any {row.MemberCount:N0} people reach {100 * row.Share:0.0} %: choose "
                    + (cohort.Options.Reach.StepsMax == 1 ? "fewer members." : "steps:1 or fewer members."));
        }
        return [.. notes];
    }
}
