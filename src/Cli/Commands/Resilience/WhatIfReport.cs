using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Resilience;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>A scenario of people not being there, as programs read it. Shares are 0 … 1.</summary>
internal sealed record WhatIfLines(
    string Run, string[] Leaving, int StayingCount, double PairsConnected, double PairsCutOff, double PairsLonger,
    double ExtraStepsMean, int SourceCount, LossLine[] Units, BridgePersonLine[] OnlyBridges, BackupLine[] Backups);

/// <summary>A unit that would lose more than a fifth of its ties to others, by strength.</summary>
internal sealed record LossLine(string Unit, double LostShare);

/// <summary>A person on whom all ties between two units would hang.</summary>
internal sealed record BridgePersonLine(string Person, string? Name, string First, string Second);

/// <summary>A person who could stand in for one who leaves.</summary>
internal sealed record BackupLine(
    [Shown("would leave")] string Leaver, [Shown("their name", 3)] string? LeaverName,
    [Shown("could stand in")] string Person, [Shown("name")] string? Name, [Shown("key", 1)] string Key,
    [Shown("neighbours in common", 2, Format = "0.0 %")] double Overlap,
    [Shown("knows of the leaver's", 4, Format = "0.0 %")] double KnownShare);

/// <summary>What becomes of the others, for people or for programs.</summary>
internal sealed class WhatIfReport(WhatIfLines lines, PeopleNames names)
{
    public static async Task<WhatIfReport> ReadAsync(
        Store store, Run run, PersonId[] named, int topCount, CancellationToken cancellation)
    {
        var network = await RunNetwork.ReadAsync(store, run, cancellation);
        PersonId[] leaving = [.. named.Concat(network.Ranking.Where(person => person.Rank <= topCount)
            .Select(person => person.PersonId)).Distinct()];
        if (leaving.Any(id => network.People.NodeOf(id) is null))
            throw new FailedException(
                "Somebody who would leave is in the directory but not in the run. Take them off the list.");
        var result = WhatIf.Leave(network.Network, leaving, cancellation: cancellation);
        var names = await PeopleNames.ReadAsync(store, cancellation);
        return new(Lines(run, network, result, leaving, names), names);
    }

    private string Sentence =>
        $"Without {(lines.Leaving.Length == 1 ? "this person" : $"these {lines.Leaving.Length} people")}, "
        + $"{lines.PairsCutOff:N0} of {lines.PairsConnected:N0} pairs of the others would be cut off from each other "
        + $"({Percent(lines.PairsCutOff / Math.Max(1, lines.PairsConnected))}), and {lines.PairsLonger:N0} would "
        + $"need {lines.ExtraStepsMean:0.00} more steps on average.";

    public void Write(Output output) => output.Write(
        lines.Backups, lines, [$"Run {lines.Run}. {Sentence} A scenario, not a likelihood that anybody leaves."],
        WriteTables);

    private static WhatIfLines Lines(
        Run run, RunNetwork network, WhatIfResult result, PersonId[] leaving, PeopleNames names) => new(
            run.Id, [.. leaving.Select(names.IdOf)], result.StayingCount, result.PairsConnected, result.PairsCutOff,
            result.PairsLonger, result.ExtraStepsMean, result.SourceCount,
            [.. result.Units.Select(loss => new LossLine(names.NameOf(loss.Unit), loss.LostShare))],
            [.. result.OnlyBridges.Select(bridge => new BridgePersonLine(
                names.IdOf(bridge.PersonId), names.NameOf(bridge.PersonId), names.NameOf(bridge.First),
                names.NameOf(bridge.Second)))],
            [.. from backups in result.Backups
                from backup in backups.Candidates
                let person = network.People[backup.PersonId]
                select new BackupLine(
                    names.IdOf(backups.LeaverId), names.NameOf(backups.LeaverId), names.IdOf(backup.PersonId),
                    names.NameOf(backup.PersonId), person.Key, backup.Overlap, backup.KnownShare)]);

    private void WriteTables(IAnsiConsole console)
    {
        console.WriteLine(Sentence);
        if (lines.SourceCount < lines.StayingCount)
            console.WriteLine($"Pairs are estimated from the paths of {lines.SourceCount:N0} people.");
        foreach (var loss in lines.Units)
            console.WriteLine($"{loss.Unit} would lose {Percent(loss.LostShare)} of its ties to other units.");
        foreach (var bridge in lines.OnlyBridges)
            console.WriteLine(
                $"{names.Label(bridge.Person)} would be the only bridge between {bridge.First} and {bridge.Second}.");
        ShownTable.Write(console, lines.Backups);
        console.WriteLine("A scenario, not a likelihood that anybody leaves.");
    }

    private static string Percent(double share) => $"{100 * share:0.0} %";
}
