using System.Text.Json;
using InfluencerMap.Engine;
using InfluencerMap.Graph.Resilience;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>Where the network hangs on few people, as programs read it. Shares are 0 … 1.</summary>
internal sealed record FragilityLines(
    string Run, double KeyPlayerIndex, CutPersonLine[] CutPeople, CutTieLine[] CutTies, UnitPairLine[] UnitPairs,
    CurveLine[] Curves);

/// <summary>A person without whom pairs of others have no way to each other.</summary>
internal sealed record CutPersonLine(string Person, string? Name, string Key, long PairsCutOff);

/// <summary>A tie without which its sides have no way to each other.</summary>
internal sealed record CutTieLine(
    string One, string? OneName, string Other, string? OtherName, int SmallerSide);

/// <summary>Two units, and the person on whom most between them hangs.</summary>
internal sealed record UnitPairLine(
    string First, string Second, int Ties, double Strength, string Person, string? Name, string Key, double Share,
    double Herfindahl);

/// <summary>One point of one removal curve.</summary>
internal sealed record CurveLine(string Order, double Removed, double Largest, double? Efficiency);

/// <summary>Where the network hangs on few people, for people or for programs.</summary>
internal sealed class FragilityReport
{
    private const int LinesShown = 15;
    private const double MostlyOnePerson = 0.5;

    private readonly FragilityLines _lines;

    private FragilityReport(FragilityLines lines) => _lines = lines;

    public static async Task<FragilityReport> ReadAsync(
        Store store, Run run, ulong seed, CancellationToken cancellation)
    {
        var network = await RunNetwork.ReadAsync(store, run, cancellation);
        var result = Fragility.Of(network.Graph, network.People, network.Chart);
        var names = await PeopleNames.ReadAsync(store, cancellation);
        string KeyOf(int id) => network.People.People[network.People.NodeOf(id)].Key;
        return new(new(
            run.Id, result.KeyPlayerIndex,
            [.. result.CutPeople.Select(cut => new CutPersonLine(
                names.IdOf(cut.PersonId), names.NameOf(cut.PersonId), KeyOf(cut.PersonId), cut.PairsCutOff))],
            [.. result.CutTies.Select(cut => new CutTieLine(
                names.IdOf(cut.OneId), names.NameOf(cut.OneId), names.IdOf(cut.OtherId), names.NameOf(cut.OtherId),
                cut.SmallerSide))],
            [.. result.UnitPairs.Select(pair => new UnitPairLine(
                UnitText.NameOf(pair.First, names), UnitText.NameOf(pair.Second, names), pair.TieCount, pair.Strength,
                names.IdOf(pair.BrokerId), names.NameOf(pair.BrokerId), KeyOf(pair.BrokerId), pair.BrokerShare,
                    pair.Herfindahl))],
            [.. RemovalCurves.Of(network, seed, cancellation)]));
    }

    /// <summary>The removal curves, as CSV or as a picture by the file's name.</summary>
    public string Curves(string file, ExcelTongue? excel)
    {
        if (file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            return RemovalCurves.Draw(_lines.Curves);
        using var text = new StringWriter();
        CsvOutput.Write(text, _lines.Curves, excel);
        return text.ToString();
    }

    public void Write(Output choice, TextWriter output)
    {
        if (choice.Format == OutputFormat.Table)
        {
            WriteTables(TableOutput.On(output));
            return;
        }
        Progress.Say($"Run {_lines.Run}. {Sentence} Scenarios, not a likelihood that anybody leaves.");
        if (choice.Format == OutputFormat.Csv)
            CsvOutput.Write(output, _lines.UnitPairs, choice.Excel);
        else
            output.WriteLine(JsonSerializer.Serialize(_lines, ReportJson.Default.FragilityLines));
    }

    private string Sentence =>
        $"{100 * _lines.KeyPlayerIndex:0.0} % of the people hold half of all ties. "
        + $"People whom nothing bypasses: {_lines.CutPeople.Length}; ties: {_lines.CutTies.Length}. "
        + $"Of {_lines.UnitPairs.Length} pairs of units, "
        + $"{_lines.UnitPairs.Count(pair => pair.Share >= MostlyOnePerson)} hang by half or more on one person.";

    private void WriteTables(IAnsiConsole console)
    {
        console.WriteLine(Sentence);
        const string Whole = "--format json has all";
        var people = new ShownTable().Text("without").Text("name").Text("key", 1).Number("pairs cut off");
        foreach (var cut in _lines.CutPeople.Take(LinesShown))
            people.Row(cut.Person, cut.Name, cut.Key, $"{cut.PairsCutOff:N0}");
        people.Write(console, Whole);
        var pairs = new ShownTable()
            .Text("between").Text("and").Text("hangs on").Text("name").Number("ties", 2).Number("share")
            .Number("Herfindahl", 1);
        foreach (var pair in _lines.UnitPairs.Take(LinesShown))
            pairs.Row(
                pair.First, pair.Second, pair.Person, pair.Name, $"{pair.Ties}", $"{100 * pair.Share:0.0} %",
                $"{pair.Herfindahl:0.00}");
        pairs.Write(console, Whole);
        console.WriteLine("share: of the strength between the two units. --format json has all lines and the curves.");
        console.WriteLine("Scenarios, not a likelihood that anybody leaves.");
    }
}
