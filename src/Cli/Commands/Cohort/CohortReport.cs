using InfluencerMap.Engine;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>A cohort, for people or for programs.</summary>
internal sealed class CohortReport(Run run, Cohort cohort, CohortLines lines, PeopleNames names)
{
    public const string Purpose =
        "For choosing and supporting voluntary ambassadors; not for pay, promotion, appraisal or dismissal. "
        + "A proposal: a person decides, and asks the people first.";

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
        QuotaText.RequireKnown(options.Quotas, network.People, network.Network.Chart);
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
            var certificate = cohort.Certificate;
            var notMeasurable = network.Ranking.Where(person => person.Rank is null)
                .Select(person => person.PersonId).ToHashSet();
            return new(run, cohort, new(
                Purpose, run.Id, options.Reach.IsSampled ? "influence" : $"steps:{options.Reach.StepsMax}",
                certificate.PersonCount, certificate.Share, certificate.CeilingShare,
                certificate.Ratio, MembersOf(cohort, network, names), proposed.Compared,
                [.. cohort.Changes.Select(change => new ChangeLine(
                    change.LeaverId is { } leaver ? names.IdOf(leaver) : null,
                    change.JoinerId is { } joiner ? names.IdOf(joiner) : null,
                    Because(change.Reason)))],
                [.. cohort.NeverReached.Select(names.IdOf)], cohort.NeverReached.Count(notMeasurable.Contains),
                proposed.Assumed,
                FamilyLine.AllOf(network, cohort.Members.Select(member => member.PersonId).ToHashSet(), voices),
                VoiceFloors.Of(network.People, options.Voice, options.Size).NotFitting, number,
                certificate.NoTieCount, cohort.FilledFrom,
                [.. Notes(run, cohort, proposed.Compared), .. provisional.Reasons], provisional.Rules), names);
        }
        catch (InfeasibleCohortException refusal)
        {
            throw new FailedException(refusal.Message + (refusal.Conflict.Conditions.Count > 0
                ? " To choose from them too, name them: --include PERSON,... or --from FILE."
                : ""));
        }
    }

    /// <summary>The coverage curve, as CSV or as a picture by the file's name.</summary>
    public string Curve(string file, ExcelTongue? excel)
    {
        var shares = new double[cohort.Members.Count + 1];
        var tiedCount = Math.Max(1, cohort.Certificate.TiedCount);
        for (var size = 1; size < shares.Length; size++)
            shares[size] = shares[size - 1] + cohort.Members[size - 1].Added / tiedCount;
        if (file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            return CurvePicture.Draw(
                $"{cohort.Members.Count} members reach {100 * cohort.Certificate.Share:0.0} % of the people with a tie",
                "members",
                "share of the people with a tie reached",
                [new("this cohort", [.. shares.Select((share, size) => (size, share))])],
                new("no cohort of this size can exceed", cohort.Certificate.CeilingShare));
        using var text = new StringWriter();
        CsvOutput.Write(
            text, ["Members", "Covered"], shares.Select((share, size) => new object?[] { size, share }), excel);
        return text.ToString();
    }

    private string Sentence
    {
        get
        {
            var certificate = cohort.Certificate;
            var expected = certificate.Delta > 0 ? "is expected to reach" : "covers";
            var people = certificate.NoTieCount == 0
                ? $"{certificate.PersonCount:N0} people"
                : $"the {certificate.TiedCount:N0} people who can be reached";
            return $"This cohort of {cohort.Members.Count} {expected} {100 * certificate.Share:0.0} % of "
                + $"{people}{Within(cohort.Options.Reach)}; no cohort within these constraints can reach more than "
                + $"{100 * certificate.CeilingShare:0.0} %: "
                + $"at least {100 * certificate.Ratio:0.0} % of the best possible.";
        }
    }

    /// <summary>What reaching is, after a blank; whoever passes word on is not counted in steps.</summary>
    private static string Within(CohortReach reach) => reach.StepsMax switch
    {
        0 => "",
        1 => " within 1 step",
        var steps => $" in at most {steps} steps",
    };

    public void Write(Output output)
    {
        var said = string.Join(' ', [$"Run {run.Id}. {Sentence}", .. lines.Notes])
            + (output.Format == OutputFormat.Csv ? $" {Purpose}" : "")
            + (lines.Number is { } number ? $" Saved as cohort {number}." : "");
        output.Write(
            lines.Members, lines, [said], console => CohortTables.Write(console, lines, run, Sentence, names));
    }

    private static void SayWhoIsMissing(IReadOnlyList<PersonId>? volunteers, RunNetwork network)
    {
        if (volunteers?.Count(id => network.People.NodeOf(id) is null) is > 0 and var missing)
            Progress.Say($"{missing:N0} of {volunteers.Count:N0} volunteers are not in the run: not to choose from.");
    }

    /// <summary>What a reader has to know besides the certificate, in sentences.</summary>
    private static IEnumerable<string> Notes(Run run, Cohort cohort, IReadOnlyList<ComparedCohort> compared)
    {
        var certificate = cohort.Certificate;
        if (certificate.NoTieCount > 0)
            yield return $"Of {certificate.PersonCount:N0} people {certificate.NoTieCount:N0} "
                + (certificate.NoTieCount == 1 ? "has no tie" : "have no tie")
                + (run.Options.Directed ? " by which anybody could reach them." : ": nobody can reach them.");
        if (cohort.FilledFrom is { } place)
            yield return $"From place {place:N0} on nobody adds anyone else: these seats are filled by score.";
        foreach (var row in compared)
        {
            if (row.LeftOut is not null)
                yield return $"Not compared with {row.Name}: {row.LeftOut}.";
            if (row.IsReachedByChance)
                yield return $"Any {row.MemberCount:N0} people reach {100 * row.Share:0.0} %: choose "
                    + (cohort.Options.Reach.StepsMax == 1 ? "fewer members." : "steps:1 or fewer members.");
        }
    }

    private static CohortLine[] MembersOf(Cohort cohort, RunNetwork network, PeopleNames names)
    {
        var (place, covered) = (0, 0.0);
        return
        [
            .. cohort.Members.Select(Member),
            .. cohort.WaitList.Select(waiting => Line("waiting", waiting.PersonId, waiting.Gain)),
        ];

        CohortLine Member(CohortMember member)
        {
            covered += member.Added / Math.Max(1, cohort.Certificate.TiedCount);
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
