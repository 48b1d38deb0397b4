using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using InfluencerMap.Graph.Company;
using QuikGraph;

namespace InfluencerMap.Graph;

/// <summary>
/// Errors that several places raise in the same words, that name what the user set and not a parameter, or that hot
/// code raises, which so stays small enough to be inlined.
/// </summary>
[StackTraceHidden]
internal static class Throw
{
    [DoesNotReturn]
    public static void StrengthsAddUpTooHigh(int source, int target) =>
        throw new ArgumentException(
            $"The strengths of the parallel ties {source} → {target} add up to more than a double holds.", "ties");

    [DoesNotReturn]
    public static double ToleranceOutside(double equalWithin) =>
        throw new ArgumentOutOfRangeException(
            nameof(equalWithin), $"A share of {equalWithin} is outside [0, {TieLengths.EqualWithinMax}].");

    [DoesNotReturn]
    public static void NoSuchVertex(int vertex, int nodeCount) =>
        throw new VertexNotFoundException($"Vertex {vertex} is outside 0 … {nodeCount - 1}.");

    [DoesNotReturn]
    public static int ThreadsNegative(int threads) =>
        throw new ArgumentOutOfRangeException(nameof(threads), $"{threads} threads; the least is 0, for one per core.");

    [DoesNotReturn]
    public static ushort MinutesOutside(int minutes) =>
        throw new ArgumentOutOfRangeException(
            nameof(minutes), $"A meeting of {minutes} minutes is outside 0 … {Interaction.MinutesMax}.");

    [DoesNotReturn]
    public static void PersonNotInIndex(int index) =>
        throw new ArgumentException(
            $"Interaction {index} names someone who is not in the index; clean first.", "interactions");

    [DoesNotReturn]
    public static T OptionOutside<T>(string option, T value, string bound) =>
        OutOfRange<T>(option, $"{option} {value} is out of bounds: {bound}.");

    [DoesNotReturn]
    public static T OutOfRange<T>(string option, string message) =>
        throw new ArgumentOutOfRangeException(option, message);

    [DoesNotReturn]
    public static double NotAShare(string name, double value) =>
        throw new ArgumentOutOfRangeException(name, $"{name} {value} is outside (0, 1).");

    [DoesNotReturn]
    public static void EndNotInGraph(int index, int nodeCount) =>
        throw new ArgumentException(
            $"A source or target is node {index}; the graph has 0 … {nodeCount - 1}.", "options");

    [DoesNotReturn]
    public static T PersonNotInGraph<T>(string list) =>
        throw new ArgumentException($"Somebody {list} is not among the people of the graph.", "options");
}
