using System.Globalization;
using System.Text;
using InfluencerMap.Collectors.Reading;

namespace InfluencerMap.Collectors.Sources;

/// <summary>The ties of a network whose file has no row for each, as rows of from, to and weight.</summary>
internal sealed class TieCells : ICells
{
    private const int From = 0, To = 1, Weight = 8;

    private readonly EdgeList _network;
    private readonly string _file;
    private readonly FormatRead _read;
    private int _tie = -1;

    public TieCells(EdgeList network, string file, FormatRead read)
    {
        (_network, _file, _read) = (network, file, read);
        foreach (var note in network.Notes)
            read.Report.Note($"{file}: {note}");
    }

    public DateFormat Dates => _read.Csv.Dates;

    public string Choices => "the nodes of the network";

    public ReadOnlySpan<byte> this[int key] => key switch
    {
        From => Encoding.UTF8.GetBytes(_network.Ids[_network.Ties[_tie].Source]),
        To => Encoding.UTF8.GetBytes(_network.Ids[_network.Ties[_tie].Target]),
        Weight => Encoding.UTF8.GetBytes(_network.Ties[_tie].Strength.ToString(CultureInfo.InvariantCulture)),
        _ => [],
    };

    public bool Has(int key) => key is From or To or Weight;

    public bool Next()
    {
        if (_tie == _network.Ties.Length - 1)
            return false;
        _tie++;
        _read.Report.Found();
        return true;
    }

    public ICells Again() => new TieCells(
        _network with { Notes = [] }, _file, new() { Accounts = _read.Accounts, Csv = _read.Csv });

    public string PlaceOf(int key) => $"tie {_tie + 1:N0} of the network";

    public void Bad(int key, string expected) => _read.Bad($"{_file}, {PlaceOf(key)}", expected);

    public InputException Refuse(string reason) => new($"{_file}: {reason}");

    public void Dispose()
    {
    }
}
