using System.Runtime.InteropServices;

namespace InfluencerMap.Graph.Company;

/// <summary>A person's dense number in one graph, from 0; meaningless outside that graph.</summary>
/// <param name="Index">Where the graph's rows, and whatever is kept by node, hold the person.</param>
public readonly record struct Node(int Index) : IComparable<Node>
{
    /// <summary>A node serves as an index by itself; an index becomes a node by name alone.</summary>
    public static implicit operator int(Node node) => node.Index;

    /// <summary>The nodes of a graph of so many, in ascending order.</summary>
    public static IEnumerable<Node> Each(int nodeCount) =>
        Enumerable.Range(0, nodeCount).Select(index => new Node(index));

    /// <summary>Indices of a graph's rows read as the nodes that they are; nothing is copied.</summary>
    public static ReadOnlySpan<Node> Of(ReadOnlySpan<int> indices) => MemoryMarshal.Cast<int, Node>(indices);

    /// <summary>And back, for what searches the rows themselves.</summary>
    public static ReadOnlySpan<int> Indices(ReadOnlySpan<Node> nodes) => MemoryMarshal.Cast<Node, int>(nodes);

    /// <inheritdoc/>
    public int CompareTo(Node other) => Index.CompareTo(other.Index);

    /// <summary>The index, in digits.</summary>
    public override string ToString() => $"{Index}";
}
