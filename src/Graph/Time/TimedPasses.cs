using InfluencerMap.Graph.Company;

namespace InfluencerMap.Graph.Kernels;

/// <summary>
/// Who can pass something on to whom and when, from the last second to the first: windows of seconds, seconds of
/// sources, sources of targets.
/// </summary>
internal sealed class TimedPasses
{
    private TimedPasses(int windowCount, bool[] isSeen) => (WindowCount, IsSeen) = (windowCount, isSeen);

    public int WindowCount { get; }

    /// <summary>By node, whether the person takes part in any interaction.</summary>
    public bool[] IsSeen { get; }

    /// <summary>By window, the latest first, where its seconds begin.</summary>
    public int[] WindowOffsets { get; private set; } = [];

    /// <summary>By second, where its sources begin.</summary>
    public List<int> SecondOffsets { get; } = [];

    /// <summary>By second, whether anybody both passes on and receives in it.</summary>
    public List<bool> IsTangled { get; } = [];

    /// <summary>Each with those whom it passes on to.</summary>
    public List<Node> Sources { get; } = [];

    /// <summary>By source, where its targets begin.</summary>
    public List<int> SourceOffsets { get; } = [];

    public Node[] Targets { get; private set; } = [];

    /// <summary>The most sources of one second.</summary>
    public int SourceCountMax { get; private set; }

    public static TimedPasses Of(
        ReadOnlySpan<Interaction<PersonId>> interactions, PersonIndex people, Period period, int days)
    {
        var windowCount = (int)(period.Days / days);
        var passes = new TimedPasses(windowCount, new bool[people.Count]);
        var (keys, targets) = passes.Read(interactions, people, period.To, windowCount * (long)days * SecondsPerDay);
        keys.AsSpan().Sort(targets.AsSpan());
        passes.Targets = targets;
        passes.Cut(keys, people.Count, days * (long)SecondsPerDay);
        return passes;
    }

    private const int SecondsPerDay = 86_400;

    /// <summary>Seconds before the end and source as one number to sort by, and the targets beside it.</summary>
    private (ulong[] Keys, Node[] Targets) Read(
        ReadOnlySpan<Interaction<PersonId>> interactions, PersonIndex people, DateTime end, long secondCount)
    {
        var keys = new List<ulong>(interactions.Length);
        var targets = new List<Node>(interactions.Length);
        foreach (ref readonly var interaction in interactions)
        {
            // Whole seconds by the clock: two times in one of them are the same time.
            var before = (end.Ticks - 1) / TimeSpan.TicksPerSecond - interaction.At.Ticks / TimeSpan.TicksPerSecond;
            if (before < 0 || before >= secondCount || interaction.Source == interaction.Target
                || interaction.Role == RecipientRole.SentFor || interaction.Channel == Channel.Nomination
                || people.NodeOf(interaction.Source) is not { } source
                || people.NodeOf(interaction.Target) is not { } target)
                continue;
            IsSeen[source] = IsSeen[target] = true;
            keys.Add((ulong)before << 32 | (uint)source.Index);
            targets.Add(target);
            if (interaction.Channel is not (Channel.Meeting or Channel.Call))
                continue;
            keys.Add((ulong)before << 32 | (uint)target.Index);
            targets.Add(source);
        }
        return ([.. keys], [.. targets]);
    }

    private void Cut(ulong[] keys, int nodeCount, long windowSeconds)
    {
        WindowOffsets = new int[WindowCount + 1];
        var lastSecondAsSource = new long[nodeCount];
        lastSecondAsSource.AsSpan().Fill(-1);
        var window = 0;
        for (int start = 0, end; start < keys.Length; start = end)
        {
            var second = (long)(keys[start] >> 32);
            for (; window < second / windowSeconds; window++)
                WindowOffsets[window + 1] = SecondOffsets.Count;
            SecondOffsets.Add(Sources.Count);
            for (end = start; end < keys.Length && (long)(keys[end] >> 32) == second; end++)
            {
                if (end > start && keys[end] == keys[end - 1])
                    continue;
                var source = new Node((int)(uint)keys[end]);
                SourceOffsets.Add(end);
                Sources.Add(source);
                lastSecondAsSource[source] = second;
            }
            var isTangled = false;
            foreach (var target in Targets.AsSpan(start, end - start))
                isTangled |= lastSecondAsSource[target] == second;
            IsTangled.Add(isTangled);
            SourceCountMax = Math.Max(SourceCountMax, Sources.Count - SecondOffsets[^1]);
        }
        WindowOffsets.AsSpan(window + 1).Fill(SecondOffsets.Count);
        SecondOffsets.Add(Sources.Count);
        SourceOffsets.Add(keys.Length);
    }
}
