using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>What a way of choosing would reach.</summary>
/// <param name="Name">The way of choosing.</param>
/// <param name="MemberCount">People chosen.</param>
/// <param name="Share">Share of the people with a tie who are reached, 0 … 1; of random cohorts the mean.</param>
/// <param name="ShareLeast">The least of several; else <see cref="Share"/>.</param>
/// <param name="ShareMost">The greatest of several; else <see cref="Share"/>.</param>
/// <param name="Overlap">
/// Share of those reached whom two or more members reach, 0 … 1; of random cohorts the mean.
/// </param>
/// <param name="NeverReached">People with a tie whom nobody reaches; of random cohorts the mean.</param>
/// <param name="WithoutVoice">
/// Professional families none of whose people has a seat, by name; departments where families are unknown. Empty for
/// random cohorts.
/// </param>
/// <param name="KeepsWishes">Whether size, quotas, inclusions and exclusions hold, and all may be chosen.</param>
/// <param name="LeftOut">Why there is nothing to compare with, and all numbers are 0; null where there is.</param>
/// <param name="IsReachedByChance">
/// True for random cohorts that reach over 90 %: then nearly any choice does, and this one says little.
/// </param>
public sealed record ComparedCohort(
    string Name, int MemberCount, double Share, double ShareLeast, double ShareMost, double Overlap,
    double NeverReached, IReadOnlyList<string> WithoutVoice, bool KeepsWishes, string? LeftOut = null,
    bool IsReachedByChance = false);

/// <summary>Compares a cohort with the usual ways of choosing.</summary>
public static class CohortComparison
{
    private const int DrawCount = 100;
    private const int DrawCountWhenLarge = 20;
    private const double NearlyAll = 0.9;

    /// <summary>Compares by what the cohort was chosen for.</summary>
    /// <param name="network">Who is tied to whom; the chart is compared with where it distinguishes people.</param>
    /// <param name="ranking">The ranking whose top is compared with.</param>
    /// <param name="cohort">The cohort chosen.</param>
    /// <param name="ownList">Ids of a list made by hand; null = none.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public static IReadOnlyList<ComparedCohort> Of(
        Network network, IReadOnlyList<RankedPerson> ranking, Cohort cohort, IReadOnlyList<PersonId>? ownList = null,
        CancellationToken cancellation = default)
    {
        var (people, chart) = (network.People, network.Chart);
        var options = cohort.Options;
        var constraints = new CohortConstraints(network, ranking, options);
        // All rows count the same people: those whom anybody can reach, not only whoever may be chosen.
        var everybody = new CohortConstraints(
            network, ranking, options with { Excluded = [], ChosenFrom = null, From = null, Quotas = [] });
        var table = new Table(
            CohortChoice.CoverageOf(network.Graph, everybody, cohort.Certificate.SampleCount, cancellation),
            constraints,
            people, cancellation);
        var rows = new List<ComparedCohort>
        {
            table.Row("this cohort", cohort.Members.Select(member => member.PersonId)),
            table.Row($"top {options.Size} by score", ranking.Where(person => person.Rank is not null)
                .OrderBy(person => person.Rank).Take(options.Size).Select(person => person.PersonId)),
        };
        if (chart.TellsApart)
            rows.Add(table.Row($"{options.Size} highest on the chart", people.People.Select(person => person.Id)
                .OrderBy(chart.PlaceOf).Take(options.Size)));
        if (ownList is not null)
            rows.Add(table.Row("own list", ownList));
        rows.Add(table.Random(people.Count <= CohortSearch.SwapAlwaysMax ? DrawCount : DrawCountWhenLarge));
        return rows;
    }

    private sealed class Table(
        Coverage coverage, CohortConstraints constraints, PersonIndex people, CancellationToken cancellation)
    {
        private readonly Feasibility _feasibility = CohortConflict.Ask(constraints);
        private readonly Func<Person, string?> _family = Voice.FamilyOf(people).Of;

        public ComparedCohort Row(string name, IEnumerable<PersonId> ids) =>
            Row(name, [.. ids.Select(people.NodeOf).OfType<Node>()]);

        public ComparedCohort Random(int cohortCount)
        {
            var draws = new RandomCohorts(constraints, _feasibility);
            var rows = new List<ComparedCohort>(cohortCount);
            while (rows.Count < cohortCount && draws.Next() is { } members)
            {
                cancellation.ThrowIfCancellationRequested();
                rows.Add(Row("", members));
            }
            if (rows.Count < cohortCount)
                return new("random cohorts", 0, 0, 0, 0, 0, 0, [], false, RandomCohorts.TooHard);
            var share = rows.Average(row => row.Share);
            return new(
                $"{cohortCount} random cohorts", constraints.Options.Size, share, rows.Min(row => row.Share),
                rows.Max(row => row.Share), rows.Average(row => row.Overlap), rows.Average(row => row.NeverReached),
                [], true, IsReachedByChance: share > NearlyAll);
        }

        private ComparedCohort Row(string name, Node[] nodes)
        {
            var counts = coverage.CountsOf(nodes);
            var reached = counts.Count(count => count > 0);
            var share = coverage.ShareOf(reached);
            var voices = nodes.Select(node => _family(people[node])).ToHashSet();
            string[] silent = [.. people.People.Select(_family).OfType<string>().Distinct()
                .Where(family => !voices.Contains(family)).Order(StringComparer.Ordinal)];
            return new(
                name, nodes.Length, share, share, share,
                (double)counts.Count(count => count > 1) / Math.Max(1, reached),
                (1 - share) * constraints.Reachable.TiedCount, silent,
                KeepsWishes(nodes));
        }

        private bool KeepsWishes(Node[] nodes) =>
            nodes.Length == constraints.Options.Size
            && !nodes.Any(node => constraints.IsExcluded[node])
            && nodes.Count(node => constraints.IsIncluded[node])
                == constraints.IsIncluded.Count(isIncluded => isIncluded)
            && _feasibility.CanComplete(nodes) is true;
    }
}
