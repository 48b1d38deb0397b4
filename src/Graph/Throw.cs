using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using QuikGraph;

namespace InfluencerMap.Graph;

/// <summary>One throwing method per error of the library, so that every message names value, bound and place.</summary>
[StackTraceHidden]
internal static class Throw
{
    [DoesNotReturn]
    public static void TieOutsideGraph(int index, Tie tie, int nodeCount) =>
        throw new ArgumentOutOfRangeException(
            "ties", $"Tie {index} ({tie.Source} → {tie.Target}) names a node outside 0 … {nodeCount - 1}.");

    [DoesNotReturn]
    public static void StrengthNotPositive(int index, double strength) =>
        throw new ArgumentException($"Tie {index} has strength {strength}; a strength is positive and finite.", "ties");

    [DoesNotReturn]
    public static void NoSuchVertex(int vertex, int nodeCount) =>
        throw new VertexNotFoundException($"Vertex {vertex} is outside 0 … {nodeCount - 1}.");

    [DoesNotReturn]
    public static void LengthOutOfRange(int length) =>
        throw new ArgumentOutOfRangeException(
            "lengths", $"An edge has length {length}; lengths are whole numbers 1 … {TieLengths.LengthMax}.");
}
