using System.Globalization;
using InfluencerMap.Graph;

namespace InfluencerMap.Collectors;

/// <summary>
/// Pajek's <c>.net</c>: <c>*Vertices n</c> with numbers and labels, then <c>*Arcs</c> that have a direction,
/// <c>*Edges</c> that have none, and lists of neighbours of either. Nodes without a tie are kept.
/// </summary>
internal sealed class PajekNetwork(string name, EdgeListOptions options)
{
    private const int NodesMax = 100_000_000;

    private readonly List<string> _cells = [];
    private readonly List<Tie> _ties = [];
    private string[] _labels = [];
    private string _section = "";
    private bool _hasEdges;

    public void Add(string row, long line)
    {
        if (!EdgeCells.Split(row, EdgeCells.Blanks, _cells))
            throw Refusal(line, "a quote is not closed, or something follows it in its cell");
        if (_cells is not [var word, ..] || word.StartsWith("/*", StringComparison.Ordinal))
            return;
        if (word.StartsWith('*'))
            Begin(word.ToLowerInvariant(), line);
        else if (_section == "*vertices")
            AddLabel(line);
        else if (_section.EndsWith("list", StringComparison.Ordinal))
            for (var other = 1; other < _cells.Count; other++)
                AddTie(_cells[other], null, line);
        else if (_section.Length > 0)
            AddTie(_cells.Count > 1 ? _cells[1] : "", _cells.Count > 2 ? _cells[2] : null, line);
    }

    public EdgeList ToList()
    {
        // Labels name the nodes where each has one of its own.
        var areNames = Array.TrueForAll(_labels, label => label.Length > 0)
            && _labels.Distinct(StringComparer.Ordinal).Count() == _labels.Length;
        var ids = areNames ? _labels : [.. Enumerable.Range(1, _labels.Length).Select(node => node.ToString())];
        var notes = new List<string> { $"Read as a Pajek network of {ids.Length} nodes." };
        if (_hasEdges && options.Directed)
            notes.Add("Its edges have no direction and were read as ties both ways.");
        return new(new NodeIds(ids), [.. _ties]) { Notes = notes };
    }

    private void Begin(string section, long line)
    {
        switch (section)
        {
            case "*network":
                break;
            case "*vertices" when _labels.Length > 0:
                throw Refusal(line, "a second network begins; write each to a file of its own");
            case "*vertices":
                _labels = new string[CountOf(line)];
                Array.Fill(_labels, "");
                _section = section;
                break;
            case "*arcs" or "*edges" or "*arcslist" or "*edgeslist":
                _section = section;
                _hasEdges |= section.StartsWith("*edges", StringComparison.Ordinal);
                break;
            case "*partition" or "*vector":
                _section = "";
                break;
            default:
                throw Refusal(line, "this section of a Pajek file is not read; arcs and edges are");
        }
    }

    private int CountOf(long line)
    {
        if (_cells.Count > 2)
            throw Refusal(line, "a Pajek network of two kinds of nodes is not read");
        return _cells.Count == 2 && int.TryParse(_cells[1], CultureInfo.InvariantCulture, out var count)
            && count is >= 0 and <= NodesMax
            ? count
            : throw Refusal(line, "*Vertices is followed by the number of nodes");
    }

    private void AddLabel(long line)
    {
        var node = NodeOf(_cells[0], line);
        if (_cells.Count > 1)
            _labels[node] = _cells[1];
    }

    private void AddTie(string other, string? weight, long line)
    {
        var (from, to) = (NodeOf(_cells[0], line), NodeOf(other, line));
        var strength = 1.0;
        // Pajek's own reading of a tie without a weight is 1.
        if (options.Weighted && weight is not null
            && !(NumberColumn.TryRead(weight, DecimalMark.Point, out strength)
                && strength > 0 && double.IsFinite(strength)))
            throw Refusal(line, "column 3 is not a positive, finite number, as a weight is");
        _ties.Add(new(from, to, strength));
        if (options.Directed && from != to && _section.StartsWith("*edges", StringComparison.Ordinal))
            _ties.Add(new(to, from, strength));
    }

    private int NodeOf(string number, long line) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var node) && node >= 1 && node <= _labels.Length
            ? node - 1
            : throw Refusal(line, $"a node is outside 1 … {_labels.Length}, which *Vertices states");

    private InputException Refusal(long line, string what) => new($"{name}, line {line}: {what}.");
}
