using InfluencerMap.Engine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Resilience;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>Where the network hangs on few people, as programs read it. Shares are 0 … 1.</summary>
internal sealed record FragilityLines(
    string Run, double KeyPlayerIndex, CutPersonLine[] CutPeople, CutTieLine[] CutTies, UnitPairLine[] UnitPairs,
    CurveLine[] Curves);

/// <summary>An articulation point: a person without whom pairs of others are not connected.</summary>
internal sealed record CutPersonLine(
    [Shown("without")] string Person, [Shown("name")] string? Name, [Shown("key", 1)] string Key,
    [Shown("pairs cut off")] long PairsCutOff);

/// <summary>A bridge: a tie without which its two sides are not connected.</summary>
internal sealed record CutTieLine(
    string One, string? OneName, string Other, string? OtherName, int SmallerSide);

/// <summary>Two units, and the person on whom most between them hangs.</summary>
internal sealed record UnitPairLine(
    [Shown("between")] string First, [Shown("and")] string Second,
    [Shown("ties", 2, Format = "0", After = nameof(UnitPairLine.Name))] int Ties, double Strength,
    [Shown("hangs on")] string Person, [Shown("name")] string? Name, string Key,
    [Shown("share", Format = "0.0 %")] double Share, [Shown("Herfindahl", 1, Format = "0.00")] double Herfindahl);

/// <summary>One point of one removal curve.</summary>
internal sealed record CurveLine(string Order, double Removed, double Largest, double? Efficiency);

/// <summary>Where the network hangs on few people, for people or for programs.</summary>
internal sealed class FragilityReport(FragilityLines lines)
{
    private const int LinesShown = 15;
    private const double MostlyOnePerson = 0.5;

    public static async Task<FragilityReport> ReadAsync(
        Store store, Run run, ulong seed, CancellationToken cancellation)
    {
        var network = await RunNetwork.ReadAsync(store, run, cancellation);
        var result = Fragility.Of(network.Network);
        var names = await PeopleNames.ReadAsync(store, cancellation);
        string KeyOf(PersonId id) => network.People[id].Key;
        return new(new(
            run.Id, result.KeyPlayerIndex,
            [.. result.CutPeople.Select(cut => new CutPersonLine(
                names.IdOf(cut.PersonId), names.NameOf(cut.PersonId), KeyOf(cut.PersonId), cut.PairsCutOff))],
            [.. result.CutTies.Select(cut => new CutTieLine(
                names.IdOf(cut.OneId), names.NameOf(cut.OneId), names.IdOf(cut.OtherId), names.NameOf(cut.OtherId),
                cut.SmallerSide))],
            [.. result.UnitPairs.Select(pair => new UnitPairLine(
                names.NameOf(pair.First), names.NameOf(pair.Second), pair.TieCount, pair.Strength,
                names.IdOf(pair.BrokerId), names.NameOf(pair.BrokerId), KeyOf(pair.BrokerId), pair.BrokerShare,
                pair.Herfindahl))],
            [.. RemovalCurves.Of(network, seed, cancellation)]));
    }

    /// <summary>The removal curves, as CSV or as a picture by the file's name.</summary>
    public string Curves(string file, ExcelTongue? excel)
    {
        if (file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            return RemovalCurves.Draw(lines.Curves);
        using var text = new StringWriter();
        CsvOutput.Write(text, lines.Curves, excel);
        return text.ToString();
    }

    public void Write(Output output) => output.Write(
        lines.UnitPairs, lines, [$"Run {lines.Run}. {Sentence} Scenarios, not a likelihood that anybody leaves."],
        WriteTables);

    private string Sentence =>
        $"{100 * lines.KeyPlayerIndex:0.0} % of the people hold half of all ties. "
        + $"People whom nothing bypasses: {lines.CutPeople.Length}; ties: {lines.CutTies.Length}. "
        + $"Of {lines.UnitPairs.Length} pairs of units, "
        + $"{lines.UnitPairs.Count(pair => pair.Share >= MostlyOnePerson)} hang by half or more on one person.";

    private void WriteTables(IAnsiConsole console)
    {
        console.WriteLine(Sentence);
        const string Whole = "--format json has all";
        ShownTable.Write(console, lines.CutPeople.Take(LinesShown), Whole);
        ShownTable.Write(console, lines.UnitPairs.Take(LinesShown), Whole);
        console.WriteLine("share: of the strength between the two units. --format json has all lines and the curves.");
        console.WriteLine("Scenarios, not a likelihood that anybody leaves.");
    }
}
