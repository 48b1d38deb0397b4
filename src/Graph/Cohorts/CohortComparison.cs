using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Graph.Cohorts;

/// <summary>What a way of choosing would reach.</summary>
/// <param name="Name">The way of choosing.</param>
/// <param name="MemberCount">People chosen.</param>
/// <param name="Share">Share of everybody reached, 0 … 1; of random cohorts the mean.</param>
/// <param name="ShareLeast">The least of several; else <see cref="Share"/>.</param>
/// <param name="ShareMost">The greatest of several; else <see cref="Share"/>.</param>
/// <param name="Overlap">
/// Share of those reached whom two or more members reach, 0 … 1; of random cohorts the mean.
/// </param>
/// <param name="NeverReached">People whom nobody reaches; of random cohorts the mean.</param>
/// <param name="WithoutVoice">
/// Professional families none of whose people has a seat, by name; departments where families are unknown. Empty for
/// random cohorts.
/// </param>
/// <param name="KeepsWishes">Whether size, quotas, inclusions and exclusions hold.</param>
public sealed record ComparedCohort(
    string Name, int MemberCount, double Share, double ShareLeast, double ShareMost, double Overlap,
    double NeverReached, IReadOnlyList<string> WithoutVoice, bool KeepsWishes);

/// <summary>Sets a cohort beside the usual ways of choosing.</summary>
public static class CohortComparison
{
    private const int RandomCohorts = 100;
    private const int RandomCohortsWhenLarge = 20;

    /// <summary>Compares by what the cohort was chosen for.</summary>
    /// <param name="graph">Who is tied to whom.</param>
    /// <param name="people">The people of the graph.</param>
    /// <param name="chart">Who reports to whom.</param>
    /// <param name="ranking">The ranking whose top is compared with.</param>
    /// <param name="cohort">The cohort chosen.</param>
    /// <param name="ownList">Ids of a list made by hand; null = none.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    public static IReadOnlyList<ComparedCohort> Of(
        InteractionGraph graph, PersonIndex people, OrgChart chart, IReadOnlyList<RankedPerson> ranking,
        Cohort cohort, IReadOnlyList<int>? ownList = null, CancellationToken cancellation = default)
    {
        var options = cohort.Options;
        var table = new Table(
            CohortChoice.CoverageOf(graph, options, cohort.Certificate.SampleCount, cancellation),
            new(people, chart, options), people, cancellation);
        var rows = new List<ComparedCohort>
        {
            table.Row("this cohort", cohort.Members.Select(member => member.PersonId)),
            table.Row($"top {options.Size} by score", ranking.Where(person => person.Rank is not null)
                .OrderBy(person => person.Rank).Take(options.Size).Select(person => person.PersonId)),
            table.Row($"{options.Size} highest on the chart", people.People.Select(person => person.Id)
                .OrderBy(chart.PlaceOf).Take(options.Size)),
        };
        if (ownList is not null)
            rows.Add(table.Row("own list", ownList.Where(id => people.NodeOf(id) >= 0)));
        rows.Add(table.Random(people.Count <= CohortSearch.SwapAlwaysMax ? RandomCohorts : RandomCohortsWhenLarge));
        return rows;
    }

    private sealed class Table(
        Coverage coverage, CohortWishes wishes, PersonIndex people, CancellationToken cancellation)
    {
        private readonly Feasibility _feasibility = CohortConflict.Ask(wishes);
        private readonly Func<Person, string?> _family = Voice.FamilyOf(people).Of;

        public ComparedCohort Row(string name, IEnumerable<int> ids) => Row(name, [.. ids.Select(people.NodeOf)]);

        public ComparedCohort Random(int cohortCount)
        {
            var rows = new ComparedCohort[cohortCount];
            for (var draw = 0; draw < cohortCount; draw++)
            {
                cancellation.ThrowIfCancellationRequested();
                rows[draw] = Row("", Draw(draw));
            }
            return new(
                $"{cohortCount} random cohorts", wishes.Options.Size, rows.Average(row => row.Share),
                rows.Min(row => row.Share), rows.Max(row => row.Share), rows.Average(row => row.Overlap),
                rows.Average(row => row.NeverReached), [], true);
        }

        private ComparedCohort Row(string name, int[] nodes)
        {
            var counts = coverage.CountsOf(nodes);
            var reached = counts.Count(count => count > 0);
            var share = (double)reached / Math.Max(1, counts.Length);
            var voices = nodes.Select(node => _family(people.People[node])).ToHashSet();
            string[] silent = [.. people.People.Select(_family).OfType<string>().Distinct()
                .Where(family => !voices.Contains(family)).Order(StringComparer.Ordinal)];
            return new(
                name, nodes.Length, share, share, share,
                (double)counts.Count(count => count > 1) / Math.Max(1, reached), (1 - share) * people.Count, silent,
                KeepsWishes(nodes));
        }

        private bool KeepsWishes(int[] nodes) =>
            nodes.Length == wishes.Options.Size
            && !nodes.Any(node => wishes.IsExcluded[node])
            && nodes.Count(node => wishes.IsIncluded[node]) == wishes.IsIncluded.Count(isIncluded => isIncluded)
            && _feasibility.CanComplete(nodes);

        /// <summary>Everybody in an order drawn anew; each joins who can still be completed to a cohort.</summary>
        private int[] Draw(int draw)
        {
            var members = Enumerable.Range(0, people.Count).Where(node => wishes.IsIncluded[node]).ToList();
            var blockedKinds = new HashSet<int>();
            var order = Enumerable.Range(0, people.Count)
                .Where(node => !wishes.IsExcluded[node] && !wishes.IsIncluded[node])
                .OrderBy(node => Hash.Of(wishes.Options.Seed, (ulong)draw, (ulong)node));
            foreach (var node in order)
            {
                if (members.Count == wishes.Options.Size)
                    break;
                if (blockedKinds.Contains(_feasibility.KindOf(node)))
                    continue;
                members.Add(node);
                if (_feasibility.CanComplete(members))
                    continue;
                members.RemoveAt(members.Count - 1);
                blockedKinds.Add(_feasibility.KindOf(node));
            }
            return [.. members];
        }
    }
}
