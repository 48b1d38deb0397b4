using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>The ids of the nodes of a list, node k having the k-th: whole numbers ascending, or any text.</summary>
public sealed class NodeIds
{
    private readonly long[] _numbers = [];
    private readonly string[] _texts = [];

    internal NodeIds(long[] numbers) => _numbers = numbers;

    internal NodeIds(string[] texts) => _texts = texts;

    /// <summary>How many nodes there are.</summary>
    public int Count => _numbers.Length + _texts.Length;

    /// <summary>The id of a node as the file has it, without quotes.</summary>
    public string this[Node node] => _texts.Length > 0 ? _texts[node] : _numbers[node].ToString();
}
