using System.Globalization;
using System.Text;

namespace InfluencerMap.Collectors;

/// <summary>The ties of a network whose file has no row for each, as rows of from, to and weight.</summary>
internal sealed class TieCells : Cells<InteractionColumn>
{
    private readonly EdgeList _network;
    private readonly string _file;
    private readonly FormatRead _read;
    private int _tie = -1;

    public TieCells(EdgeList network, string file, FormatRead read) : base(file)
    {
        (_network, _file, _read) = (network, file, read);
        foreach (var note in network.Notes)
            read.Report.Note($"{file}: {note}");
    }

    public override DateFormat Dates => _read.Csv.Dates;

    public override string Choices => "the nodes of the network";

    public override ReadOnlySpan<byte> this[int key] => (InteractionColumn)key switch
    {
        InteractionColumn.From => Encoding.UTF8.GetBytes(_network.Ids[new(_network.Ties[_tie].Source)]),
        InteractionColumn.To => Encoding.UTF8.GetBytes(_network.Ids[new(_network.Ties[_tie].Target)]),
        InteractionColumn.Weight =>
            Encoding.UTF8.GetBytes(_network.Ties[_tie].Strength.ToString(CultureInfo.InvariantCulture)),
        _ => [],
    };

    public override bool Has(int key) => (InteractionColumn)key
        is InteractionColumn.From or InteractionColumn.To or InteractionColumn.Weight;

    public override bool Next()
    {
        if (_tie == _network.Ties.Length - 1)
            return false;
        _tie++;
        _read.Report.Found();
        return true;
    }

    public override Cells Again() => new TieCells(
        _network with { Notes = [] }, _file, new() { Accounts = _read.Accounts, Csv = _read.Csv });

    public override string PlaceOf(int key) => $"tie {_tie + 1:N0} of the network";

    public override void Bad(int key, string expected) => _read.Bad($"{_file}, {PlaceOf(key)}", expected);

    public override void Dispose()
    {
    }
}
