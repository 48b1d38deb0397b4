using InfluencerMap.Engine;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>One thing that was set aside, one rule, or one person whom a rule moves.</summary>
/// <param name="Kind">
/// <c>import</c>, <c>collection</c>, <c>rule</c>, <c>move</c>, <c>account</c> or <c>outside</c>.
/// </param>
/// <param name="Name">File, source, rule, the account's handle, or another company's domain.</param>
/// <param name="Count">How many; none where a source drops while reading and nothing is stored.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Reason">Why it was set aside.</param>
/// <param name="PersonCount">People touched.</param>
/// <param name="Settings">The rule's options in this run; <c>off</c> before them where the run went without it.</param>
/// <param name="TopChanged">Of the first 20, how many are others without the rule; none where not computed.</param>
/// <param name="LargestMove">Most places by which anybody who is among the first 20, with or without, moves.</param>
/// <param name="Person">Of a move: the id that the people file gave.</param>
/// <param name="PersonName">Of a move: the name that the people file gave; none where it gave none.</param>
/// <param name="Key">Of a move: the pseudonymous key.</param>
/// <param name="RankWith">Place with the rule; none when not ranked.</param>
/// <param name="RankWithout">Place without it; none when not ranked.</param>
internal sealed record HygieneLine(
    string Kind, string Name, long? Count, string Unit, string Reason, int? PersonCount = null,
    string? Settings = null, int? TopChanged = null, int? LargestMove = null,
    string? Person = null, string? PersonName = null, string? Key = null, int? RankWith = null,
    int? RankWithout = null);

/// <summary>
/// What imports and collections dropped, what the run's rules set aside and how the first 20 move without each, and
/// which accounts belong to nobody.
/// </summary>
internal sealed class HygieneReport(Run run, IReadOnlyList<HygieneLine> lines)
{
    public static async Task<HygieneReport> ReadAsync(Store store, Run run, CancellationToken cancellation)
    {
        var imports = await store.Interactions.ImportsAsync(cancellation);
        var collections = await store.Collections.OfAsync(run, cancellation);
        var rules = await RunRule.ReadAsync(store, run, cancellation);
        var accounts = await store.Interactions.NobodyAccountsAsync(run.Period, cancellation);
        var names = await PeopleNames.ReadAsync(store, cancellation);
        var people = (await store.People.ReadAsync(cancellation)).ToDictionary(person => person.Id);
        return new(run,
        [
            .. imports.SelectMany(OfImport), .. collections.SelectMany(OfCollection),
            .. rules.Select(OfRule), .. rules.SelectMany(MovesOf),
            .. accounts.Where(account => account.ForeignDomain is null).Select(OfAccount),
            .. (await store.Identities.OutsideAsync(run.Period, cancellation)).Select(OfDomain),
        ]);

        IEnumerable<HygieneLine> MovesOf(RunRule rule) =>
            from move in rule.Effect?.Moves ?? []
            where people.ContainsKey(move.PersonId)
            select new HygieneLine(
                "move", rule.Rule.Name, null, "", "", Person: names.IdOf(move.PersonId),
                PersonName: names.NameOf(move.PersonId), Key: people[move.PersonId].Key, RankWith: move.With,
                    RankWithout: move.Without);
    }

    public void Write(Output output) => output.Write(lines, lines, [], WriteTables);

    private static IEnumerable<HygieneLine> OfImport(ImportRecord import)
    {
        yield return Dropped(import.RowsToOneself, "interactions", "Mail to oneself; dropped while reading.");
        yield return Dropped(import.RowsAlreadyThere, "interactions", "Repeats of an interaction already stored.");
        yield return Dropped(import.RowsBad, "rows", "Rows that could not be read; skipped by --max-bad-rows.");
        foreach (var (reason, count) in import.Dropped)
            yield return Dropped(count, "items", $"Dropped while reading: {reason}.");

        HygieneLine Dropped(long count, string unit, string reason) =>
            new("import", import.FileName, count, unit, reason);
    }

    private static IEnumerable<HygieneLine> OfCollection(CollectionRecord collection) =>
        from outcome in collection.Outcomes
        select new HygieneLine(
            "collection", collection.Source, outcome.Count, "items", $"{OutcomeWords.Reason(outcome.Outcome)}.");

    private static HygieneLine OfRule(RunRule rule) => new(
        "rule", rule.Rule.Name, rule.Count?.Count,
        rule.Count?.Unit ?? (rule.Rule.Stage == RuleStage.Collection ? "applied while reading" : ""),
        rule.Rule.Reason, rule.Count?.PersonCount,
        (rule.IsOn ? "" : "off ") + string.Join(' ', rule.Settings),
        rule.Effect?.ChangedCount, rule.Effect?.LargestMove);

    private static HygieneLine OfAccount(NobodyAccount account) =>
        new("account", account.Handle, account.Interactions, "interactions",
            $"Belongs to nobody in the directory ({account.Kind.ToString().ToLowerInvariant()}); never ranked.");

    private static HygieneLine OfDomain(OutsideDomain domain) =>
        new("outside", domain.Domain, domain.Interactions, "interactions",
            $"{domain.AccountCount:N0} addresses of another company, counted as one; never ranked, on nobody's way.",
            domain.PersonCount);

    private void WriteTables(IAnsiConsole console)
    {
        console.WriteLine(
            $"Run {run.Id}, preset {run.Options.Preset}: {run.InteractionCount:N0} interactions from " +
            $"{run.Period.From:yyyy-MM-dd} up to {run.Period.To:yyyy-MM-dd}, {run.TieCount:N0} ties kept.");
        WriteTable(console, "Dropped at import", "import");
        WriteTable(console, "What collection did not simply count", "collection");
        WriteRules(console);
        WriteMoves(console);
        WriteTable(console, "Accounts that belong to nobody", "account");
        WriteTable(console, "Reach outside, by domain", "outside");
    }

    private void WriteTable(IAnsiConsole console, string title, string kind) => ShownTable.Write(
        console, Of(kind).Select(line => new SetAside(line.Name, line.Count, line.Unit, line.Reason)), title: title,
        word: kind);

    private void WriteRules(IAnsiConsole console)
    {
        ShownTable.Write(
            console, Of("rule").Select(line => new AppliedRule(
                line.Name, line.Settings ?? "", line.Count, line.Unit, line.PersonCount, line.TopChanged,
                line.LargestMove, line.Reason)),
            title: "Rules of this run");
        console.WriteLine(Suggested.InFull(
            "top 20 changed: how many of the first 20 would be others without the rule. –: off, cannot be off, or not "
            + "computed; influencermap nightly --rule-effects on computes it."));
    }

    private void WriteMoves(IAnsiConsole console)
    {
        var rules = Of("move").GroupBy(line => line.Name).Select(rule => new WithoutRule(
            rule.Key,
            Show(rule.Where(line => IsTop(line.RankWithout) && !IsTop(line.RankWith))),
            Show(rule.Where(line => IsTop(line.RankWith) && !IsTop(line.RankWithout)))));
        ShownTable.Write(console, rules, title: "The first 20 without a rule");

        static string Show(IEnumerable<HygieneLine> lines) => string.Join(", ", lines.Select(
            line => $"{line.PersonName ?? line.Person} ({Place(line.RankWith)} → {Place(line.RankWithout)})"));

        static bool IsTop(int? rank) => rank <= RuleEffects.TopCount;

        static string Place(int? rank) => rank is { } place ? $"{place}" : "not measurable";
    }

    /// <summary>What a screen shows of something that was set aside.</summary>
    private sealed record SetAside(
        [Shown("{0}")] string Name, [Shown("count", Missing = "")] long? Count, [Shown("of", 1)] string Unit,
        [Shown("why", Wraps = true)] string Reason);

    /// <summary>What a screen shows of a rule.</summary>
    private sealed record AppliedRule(
        [Shown("rule")] string Name, [Shown("setting", 2, Wraps = true)] string Settings,
        [Shown("touched", Missing = "")] long? Count, [Shown("of")] string Unit,
        [Shown("people", 1, Missing = "")] int? PersonCount,
        [Shown("top 20 changed", 3, Format = "0")] int? TopChanged,
        [Shown("moves up to", 4, Format = "0")] int? LargestMove, [Shown("why", 5, Wraps = true)] string Reason);

    /// <summary>What a screen shows of the first places without a rule.</summary>
    private sealed record WithoutRule(
        [Shown("without")] string Name, [Shown("comes in (with → without)", Wraps = true)] string ComesIn,
        [Shown("goes", Wraps = true)] string Goes);

    private IEnumerable<HygieneLine> Of(string kind) => lines.Where(line => line.Kind == kind);
}
