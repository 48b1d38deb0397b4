using InfluencerMap.Engine;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>A cohort, for people or for programs.</summary>
internal sealed class CohortReport
{
    public const string Purpose =
        "For choosing and supporting voluntary ambassadors; not for pay, promotion, appraisal or dismissal. "
        + "A proposal: a person decides, and asks the people first.";

    private readonly Run _run;
    private readonly Cohort _cohort;
    private readonly CohortLines _lines;
    private readonly PeopleNames _names;

    private CohortReport(Run run, Cohort cohort, CohortLines lines, PeopleNames names) =>
        (_run, _cohort, _lines, _names) = (run, cohort, lines, names);

    /// <summary>Chooses and compares; saves where that is asked for.</summary>
    public static async Task<CohortReport> ChooseAsync(
        Store store, Run run, CohortOptions options, PersonId[]? ownList, bool saves, CancellationToken cancellation)
    {
        var network = await RunNetwork.ReadAsync(store, run, cancellation);
        if (options.Included.Count(id => network.People.NodeOf(id) is null) is > 0 and var absent)
            throw new FailedException(
                $"{absent:N0} of {options.Included.Count:N0} people of --include are in the directory but not in the "
                + "run: gone, or not there yet. Take them off the list.");
        if (options.Excluded.Count(id => network.People.NodeOf(id) is null) is > 0 and var gone)
            Progress.Say($"{gone:N0} of {options.Excluded.Count:N0} people of --exclude are not in the run anyway.");
        KnownQuotas.Require(options.Quotas, network.People, network.Network.Chart);
        SayWhoIsMissing(options.From, network);
        try
        {
            var proposed = ProposedCohort.Choose(network, options, ownList, cancellation);
            long? number = saves
                ? await proposed.SaveAsync(store, run.Id, CohortStore.Operator, TimeProvider.System, cancellation)
                : null;
            var cohort = proposed.Cohort;
            var names = await PeopleNames.ReadAsync(store, cancellation);
            var provisional = await ProvisionalWords.OfAsync(store, run, cancellation);
            var voices = await store.Rankings.VoicesAsync(run.Id, cancellation);
            var lines = Lines(run, network, cohort, proposed.Compared, names);
            var complete = lines with
            {
                Number = number,
                Notes = [.. lines.Notes, .. provisional.Reasons],
                Provisional = provisional.Rules,
                Families = FamilyLine.AllOf(
                    network, cohort.Members.Select(member => member.PersonId).ToHashSet(), voices),
                FamiliesNotFitting = VoiceFloors.Of(network.People, options.Voice, options.Size).NotFitting,
                Assumptions = proposed.Assumed,
            };
            return new(run, cohort, complete, names);
        }
        catch (InfeasibleCohortException refusal)
        {
            throw new FailedException(refusal.Message + (refusal.Conflict.Conditions.Count > 0
                ? " To choose from them too, name them: --include PERSON,... or --from FILE."
                : ""));
        }
    }

    /// <summary>The coverage curve, as CSV or as a picture by the file's name.</summary>
    public string Curve(string file, ExcelTongue? excel) =>
        CoverageCurve.Of(_cohort, file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase), excel);

    public string Sentence
    {
        get
        {
            var certificate = _cohort.Certificate;
            var expected = certificate.Delta > 0 ? "is expected to reach" : "covers";
            var people = certificate.NoTieCount == 0
                ? $"{certificate.PersonCount:N0} people"
                : $"the {certificate.TiedCount:N0} people who can be reached";
            return $"This cohort of {_cohort.Members.Count} {expected} {100 * certificate.Share:0.0} % of "
                + $"{people}; no cohort within these constraints can reach more than "
                + $"{100 * certificate.CeilingShare:0.0} %: "
                + $"at least {100 * certificate.Ratio:0.0} % of the best possible.";
        }
    }

    private string Saved => _lines.Number is { } number ? $" Saved as cohort {number}." : "";

    public void Write(Output output)
    {
        var said = string.Join(' ', [$"Run {_run.Id}. {Sentence}", .. _lines.Notes]);
        output.Write(
            _lines.Members, _lines, [output.Format == OutputFormat.Csv ? $"{said} {Purpose}{Saved}" : said + Saved],
            console => CohortTables.Write(console, _lines, _run, Sentence, _names));
    }

    private static void SayWhoIsMissing(IReadOnlyList<PersonId>? volunteers, RunNetwork network)
    {
        if (volunteers?.Count(id => network.People.NodeOf(id) is null) is > 0 and var missing)
            Progress.Say($"{missing:N0} of {volunteers.Count:N0} volunteers are not in the run: not to choose from.");
    }

    private static CohortLines Lines(
        Run run, RunNetwork network, Cohort cohort, IReadOnlyList<ComparedCohort> compared, PeopleNames names)
    {
        var certificate = cohort.Certificate;
        var (place, covered) = (0, 0.0);
        var notMeasurable = network.Ranking.Where(person => person.Rank is null)
            .Select(person => person.PersonId).ToHashSet();
        return new(
            Purpose, run.Id, certificate.PersonCount, certificate.Share, certificate.CeilingShare, certificate.Ratio,
            [.. cohort.Members.Select(Member), .. cohort.WaitList.Select(Waiting)], compared,
            [.. cohort.Changes.Select(change => new ChangeLine(
                change.LeaverId is { } leaver ? names.IdOf(leaver) : null,
                change.JoinerId is { } joiner ? names.IdOf(joiner) : null,
                Because(change.Reason)))],
            [.. cohort.NeverReached.Select(names.IdOf)],
            cohort.NeverReached.Count(notMeasurable.Contains), [], [], [], null, certificate.NoTieCount,
            cohort.FilledFrom, CohortNotes.Of(run, cohort, compared), null);

        CohortLine Member(CohortMember member)
        {
            covered += member.Added / Math.Max(1, certificate.TiedCount);
            return Line("member", member.PersonId, member.Added) with
            {
                Alone = member.Alone,
                OnlyThrough = member.OnlyThrough,
                Covered = covered,
                Alternates = string.Join(' ', member.Alternates.Select(other => names.IdOf(other.PersonId))),
                AlternateNames = string.Join("; ", member.Alternates.Select(other => names.NameOf(other.PersonId)))
                    .Trim(';', ' '),
            };
        }

        CohortLine Waiting(CohortCandidate waiting) => Line("waiting", waiting.PersonId, waiting.Gain);

        CohortLine Line(string role, PersonId id, double added)
        {
            var person = network.People[id];
            return new(++place, role, names.IdOf(id), names.NameOf(id), person.Key, person.Department, person.JobFamily,
                null, added, null, null, "", null);
        }
    }

    private static string Because(ChangeReason reason) => reason switch
    {
        ChangeReason.NotInGraph => "no longer in the run",
        ChangeReason.Wishes => "does not fit the constraints",
        ChangeReason.ReachesLess => "somebody else reaches enough more",
        _ => "the cohort is larger",
    };
}
