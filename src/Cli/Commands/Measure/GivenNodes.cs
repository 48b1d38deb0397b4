using System.Globalization;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Graph;

namespace InfluencerMap.Cli;

/// <summary>Files that tell <c>measure</c> of nodes: where paths begin and end, where a walk starts, groups.</summary>
internal static class GivenNodes
{
    private const int LinesShown = 5;

    /// <summary>The nodes of a file; null without one.</summary>
    public static int[]? List(string? path, NodeIds ids, CancellationToken cancellation) =>
        path is null ? null : [.. Known(path, ids, cancellation).Rows.Select(row => row.Node.Index)];

    /// <summary>Of each node the share of the walk that starts there, 1 if none is said; null without a file.</summary>
    public static double[]? Start(string? path, NodeIds ids, CancellationToken cancellation)
    {
        if (path is null)
            return null;
        var (file, rows, _) = Known(path, ids, cancellation);
        var start = new double[ids.Count];
        foreach (var (node, value, line) in rows)
            start[node] += value is null ? 1
                : double.TryParse(value, CultureInfo.InvariantCulture, out var share) && share >= 0
                    && double.IsFinite(share) ? share
                : throw new FailedException(
                    $"{file}, line {line}: the second cell is no finite number of at least 0, with a decimal point.");
        return start.Any(share => share > 0)
            ? start
            : throw new FailedException($"{file}: no share is above 0, so that the walk starts nowhere.");
    }

    /// <summary>The group of each node. A list of everybody may hold people without a tie; they are counted.</summary>
    public static Grouping Groups(string path, NodeIds ids, CancellationToken cancellation)
    {
        var (file, rows, unknown) = NodeRows.Read(SharedOptions.RequireFile(path), ids, cancellation);
        var names = new string?[ids.Count];
        foreach (var (node, value, line) in rows)
            names[node] = value is null || names[node] is { } other && other != value
                ? throw new FailedException(
                    $"{file}, line {line}: "
                    + (value is null ? "no group; rows are 'node,group'." : "its node has another group already."))
                : value;
        if (rows.Count == 0)
            throw new FailedException($"{file}: no row names a node of the edge list.");
        if (unknown.Count > 0)
            Console.Error.WriteLine($"{file}: {unknown.Count:N0} rows name no node of the edge list.");
        return Grouping.By(names);
    }

    private static NodeRows Known(string path, NodeIds ids, CancellationToken cancellation)
    {
        var read = NodeRows.Read(SharedOptions.RequireFile(path), ids, cancellation);
        if (read.UnknownLines is [_, ..] unknown)
            throw new FailedException(
                $"{read.File}, line{(unknown.Count > 1 ? "s" : "")} {string.Join(", ", unknown.Take(LinesShown))}"
                + (unknown.Count > LinesShown ? $" and {unknown.Count - LinesShown:N0} more" : "")
                + ": no node of the edge list has this id.");
        return read.Rows.Count > 0 ? read : throw new FailedException($"{read.File}: no row names a node.");
    }
}
