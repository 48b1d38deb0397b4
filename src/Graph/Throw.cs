using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using InfluencerMap.Graph.Company;
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
    public static void NotUndirected() =>
        throw new InvalidOperationException(
            "The graph is directed, and its ties do not count both ways. Build it with directed: false, or read it "
            + "through QuikGraph's UndirectedBidirectionalGraph, which keeps each arc as an edge.");

    [DoesNotReturn]
    public static void ScoresNotComputed() =>
        throw new InvalidOperationException("There are no scores: Compute has not been called, or it was aborted.");

    [DoesNotReturn]
    public static void LengthsOfAnotherGraph() =>
        throw new ArgumentException("The tie lengths belong to another graph than the one measured.", "lengths");

    [DoesNotReturn]
    public static void LengthNotWhole(double length, int source, int target) =>
        throw new ArgumentException(
            $"Tie {source} → {target} has length {length}; lengths are whole numbers 1 … {TieLengths.LengthMax}.",
            "graph");

    [DoesNotReturn]
    public static int ThreadsNegative(int threads) =>
        throw new ArgumentOutOfRangeException(nameof(threads), $"{threads} threads; the least is 0, for one per core.");

    [DoesNotReturn]
    public static void StepsNotComputed(int steps, int stepsMax) =>
        throw new ArgumentOutOfRangeException(
            nameof(steps), $"Reach in {steps} steps was not computed; 1 to {stepsMax} were.");

    [DoesNotReturn]
    public static double ToleranceNotPositive(double tolerance) =>
        throw new ArgumentOutOfRangeException(nameof(tolerance), $"Tolerance {tolerance} is not above 0.");

    [DoesNotReturn]
    public static ushort MinutesOutside(int minutes) =>
        throw new ArgumentOutOfRangeException(
            nameof(minutes), $"A meeting of {minutes} minutes is outside 0 … {Interaction.MinutesMax}.");

    [DoesNotReturn]
    public static int IterationsNotPositive(int iterations) =>
        throw new ArgumentOutOfRangeException("iterationsMax", $"{iterations} iterations; the least is 1.");

    [DoesNotReturn]
    public static void NotSettled(double residual, double tolerance, int iterationsMax) =>
        throw new InvalidOperationException(
            $"PageRank did not settle: residual {residual:E2} after {iterationsMax} iterations, "
            + $"wanted {tolerance:E2}. Allow more iterations or a larger tolerance.");

    [DoesNotReturn]
    public static void PersonNotInIndex(int index) =>
        throw new ArgumentException(
            $"Interaction {index} names someone who is not in the index; clean first.", "interactions");

    [DoesNotReturn]
    public static void SizesDiffer(int nodeCount, int personCount) =>
        throw new ArgumentException(
            $"The graph has {nodeCount} nodes, the index {personCount} people; both come from one index.", "graph");

    [DoesNotReturn]
    public static int PersonNotInChart() =>
        throw new ArgumentException("The person is not among those that the chart was built from.", "personId");

    [DoesNotReturn]
    public static T PersonNotRanked<T>() =>
        throw new ArgumentException("The person is not in the ranking; explain somebody who is.", "personId");

    [DoesNotReturn]
    public static T OptionOutside<T>(string option, T value, string bound) =>
        throw new ArgumentOutOfRangeException(option, $"{option} {value} is out of bounds: {bound}.");

    [DoesNotReturn]
    public static T NoSuchRule<T>(string name, IEnumerable<string> rules) =>
        throw new ArgumentOutOfRangeException(
            nameof(name), $"There is no rule '{name}'; the rules are {string.Join(", ", rules)}.");

    [DoesNotReturn]
    public static double NotAShare(string name, double value) =>
        throw new ArgumentOutOfRangeException(name, $"{name} {value} is outside (0, 1).");

    [DoesNotReturn]
    public static int TopKNegative(int topK) =>
        throw new ArgumentOutOfRangeException(nameof(topK), $"A top {topK} was asked for; the least is 0, for none.");

    [DoesNotReturn]
    public static void EndpointsNotSampled() =>
        throw new ArgumentException(
            "Endpoints are not sampled; ask for exact betweenness, or leave them out.", "options");

    [DoesNotReturn]
    public static void TooManyPeopleForSteps(int personCount, int personCountMax) =>
        throw new ArgumentException(
            $"{personCount} people are more than the {personCountMax} whose reach in steps fits into memory; "
            + "ask for influence instead.",
            "graph");

    [DoesNotReturn]
    public static T PersonNotInGraph<T>(string list) =>
        throw new ArgumentException($"Somebody {list} is not among the people of the graph.", "options");
}
