using System.CommandLine;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Says what the next night deletes before anything is changed that makes it delete more.</summary>
internal static class PastText
{
    public static Option<bool> Sure() => Options.Flag(
        "--yes", "Says that the deletion is meant: needed where the next night would delete more than before.");

    /// <summary>As <c>1,364 of 1,647 events (1,200 mail, 164 meeting) and 2 runs with 310 rows</c>.</summary>
    public static string Of(PastRows past)
    {
        var parts = new List<string>();
        if (past.InteractionCount > 0)
            parts.Add($"{past.InteractionCount:N0} of {past.StoredInteractions:N0} events ("
                + string.Join(", ", past.Interactions.Select(one => $"{one.Count:N0} {InWords(one.Channel)}")) + ")");
        if (past.Runs > 0)
            parts.Add($"{past.Runs:N0} {(past.Runs == 1 ? "run" : "runs")}, {past.OfRuns:N0} rows of runs in all");
        else if (past.OfRuns > 0)
            parts.Add($"{past.OfRuns:N0} rows of runs");
        return string.Join(" and ", parts);
    }

    /// <param name="isSure">Whether <c>--yes</c> was said.</param>
    /// <param name="before">What the next night deletes as things are.</param>
    /// <param name="after">What it would delete.</param>
    /// <param name="under">Under what, at the beginning of a sentence.</param>
    /// <exception cref="UsageException">It would delete more, and nobody said that this is meant.</exception>
    public static void RequireYes(bool isSure, PastRows before, PastRows after, string under)
    {
        if (!isSure && after.IsMoreThan(before))
            throw new UsageException(
                $"{under} the next night would delete {Of(after)}. Nothing was changed. Say --yes if this is meant; to "
                + "keep more, record an agreement first: influencermap agreement record");
    }

    private static string InWords(Channel channel) =>
        channel == Channel.ChannelPost ? "channel post" : channel.ToString().ToLowerInvariant();
}
