using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>Why a person has their rank, as programs read it. Shares are 0 … 1.</summary>
/// <param name="Person">The id that the people file gave.</param>
/// <param name="Name">The name that it gave; null where it gave none.</param>
/// <param name="Key">The pseudonymous key that the API uses.</param>
/// <param name="Rank">1-based; null where these sources cannot measure the person.</param>
/// <param name="NotMeasurable">The rule that says why there is no rank; null with one.</param>
/// <param name="RankedCount">People with a rank in the run.</param>
/// <param name="Sentences">The three sentences that everyone entitled reads alike.</param>
/// <param name="Score">Blended influence.</param>
/// <param name="BetweennessShare">What betweenness adds to the score.</param>
/// <param name="ReachShare">What reach in two steps adds to the score.</param>
/// <param name="PageRankShare">What PageRank adds to the score.</param>
/// <param name="Ties">Ties kept.</param>
/// <param name="ReachTwoSteps">People reached in two steps.</param>
/// <param name="UnitPathShare">Share of the shortest paths between units that run through the person.</param>
/// <param name="PairsCutOff">Pairs that would not be connected without the person.</param>
/// <param name="Bridges">Pairs of units that the person connects, the most carried first.</param>
/// <param name="ReachedOnlyThrough">People who would lose every path to the main component of the network.</param>
/// <param name="OnlyOutsideContactOf">People elsewhere whose one contact outside their unit this is.</param>
/// <param name="Provisional">Why places of the run are provisional, in sentences; empty where they are not.</param>
/// <param name="Columns">The figures of the columns by purpose, each with its place.</param>
internal sealed record ExplanationLine(
    string Person, string? Name, string Key, int? Rank, string? NotMeasurable, int RankedCount,
        IReadOnlyList<string> Sentences,
    double Score, double BetweennessShare, double ReachShare, double PageRankShare, int Ties, int ReachTwoSteps,
    double UnitPathShare, double PairsCutOff, BridgeLine[] Bridges, string[] ReachedOnlyThrough,
    string[] OnlyOutsideContactOf, IReadOnlyList<string> Provisional, CardColumns Columns);

/// <summary>Two units that a person connects, and the share of the shortest paths between them.</summary>
internal sealed record BridgeLine(string First, string Second, double PathShare);

/// <summary>Why a person has their rank, for people or for programs.</summary>
internal sealed class ExplanationReport(Run run, RankedPerson ranked, ExplanationLine line, PeopleNames names)
{
    private const int BridgesShown = 5;
    private const int PeopleShown = 10;

    public static async Task<ExplanationReport> ReadAsync(
        Store store, Run run, PersonId personId, CancellationToken cancellation)
    {
        var network = await RunNetwork.ReadAsync(store, run, cancellation);
        if (network.People.NodeOf(personId) is null)
            throw new FailedException(
                "This person is in the directory but not in the run: left before its end, or not yet there.");
        var explanation = Explanation.For(network.Network, network.Ranking, personId, cancellation);
        var names = await PeopleNames.ReadAsync(store, cancellation);
        var key = network.People[personId].Key;
        var provisional = await ProvisionalWords.OfAsync(store, run, cancellation);
        var columns = CardColumns.Of(PersonColumns.Of(network, personId, cancellation));
        return new(
            run, explanation.Ranked, Line(run, explanation, personId, key, names, provisional.Reasons, columns),
            names);
    }

    public void Write(OutputFormat format)
    {
        if (format == OutputFormat.Json)
            JsonOutput.Write(Console.Out, line);
        else
            WriteText(TableOutput.On(Console.Out));
    }

    private static ExplanationLine Line(
        Run run, Explanation explanation, PersonId personId, string key, PeopleNames names,
        IReadOnlyList<string> provisional, CardColumns columns)
    {
        var ranked = explanation.Ranked;
        return new(
            names.IdOf(personId), names.NameOf(personId), key, ranked.Rank, ranked.NotMeasurable, run.RankedCount,
            explanation.Words.InFull(), ranked.Score, ranked.BetweennessShare, ranked.ReachShare, ranked.PageRankShare,
            ranked.Degree, ranked.ReachTwoSteps, explanation.UnitPathShare, explanation.PairsCutOff,
            [.. explanation.Bridges.Select(bridge => new BridgeLine(
                names.NameOf(bridge.First), names.NameOf(bridge.Second), bridge.Share))],
            [.. explanation.ReachedOnlyThrough.Select(names.IdOf)],
            [.. explanation.OnlyOutsideContactOf.Select(names.IdOf)], provisional, columns);
    }

    private void WriteText(IAnsiConsole console)
    {
        console.WriteLine(ranked.Rank is { } rank
            ? $"{names.Label(line.Person)} is number {rank:N0} of {run.RankedCount:N0} " +
              $"(run {run.Id}, preset {run.Options.Preset})"
              + (ranked.ChartPlace is { } place ? $"; the org chart alone would say {place:N0}." : ".")
            : $"{names.Label(line.Person)} has no rank "
                + $"(run {run.Id}). {InfluenceRules.Named(ranked.NotMeasurable ?? "few-events").Reason}");
        foreach (var reason in line.Provisional)
            console.WriteLine(reason);
        console.WriteLine();
        foreach (var sentence in line.Sentences)
            console.WriteLine(sentence);
        console.WriteLine();
        if (ranked.Rank is not null)
            console.WriteLine(
                $"Influence {ranked.Score:0.000} = betweenness {ranked.BetweennessShare:0.000} " +
                $"+ reach {ranked.ReachShare:0.000} + PageRank {ranked.PageRankShare:0.000}.");
        console.WriteLine(
            (ranked.Level is { } level ? $"Level {level}, {ranked.DirectReports} direct reports, " : "")
            + $"{ranked.Degree} ties, " +
            $"{ranked.ReachTwoSteps:N0} people within two steps ({100 * ranked.ReachTwoStepsShare:0.0} %).");
        foreach (var purpose in line.Columns.Lines)
            console.WriteLine(purpose);
        foreach (var bridge in line.Bridges.Take(BridgesShown).OrderByDescending(bridge => bridge.PathShare))
            console.WriteLine($"  {bridge.First} – {bridge.Second}: {100 * bridge.PathShare:0.0} % of shortest paths");
        Name(console, "Reached only through this person", line.ReachedOnlyThrough);
        Name(console, "Only contact outside their own unit for", line.OnlyOutsideContactOf);
    }

    private void Name(IAnsiConsole console, string title, string[] people)
    {
        if (people.Length > 0)
            console.WriteLine($"{title}: {string.Join(", ", people.Take(PeopleShown).Select(names.Label))}" +
                (people.Length > PeopleShown ? $" and {people.Length - PeopleShown:N0} more." : "."));
    }
}
