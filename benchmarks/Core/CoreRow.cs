using System.Globalization;

namespace InfluencerMap.Benchmarks.Core;

/// <summary>What igraph needed, and the largest difference of its scores from ours.</summary>
internal sealed record PeerResult(double Seconds, double Difference);

/// <summary>One line of the comparison.</summary>
internal sealed record CoreRow(string Graph, string Measure, string Target, double Seconds)
{
    public const string Header =
        "| graph | measure | target | seconds | ns per arc-source | igraph, seconds | ratio | difference from igraph "
        + "| float error | met |\n|---|---|---|---|---|---|---|---|---|---|";

    public double ArcSources { get; init; }

    public PeerResult? Peer { get; init; }

    public double? FloatError { get; init; }

    public double? Speedup { get; init; }

    public double? PeakMb { get; init; }

    public double RatioMin { get; init; }

    public double NsMax { get; init; } = double.MaxValue;

    public double SecondsMax { get; init; } = double.MaxValue;

    private double NsPerArcSource => Seconds * 1e9 / ArcSources;

    private bool IsMet =>
        (Peer is null || Peer.Seconds / Seconds >= RatioMin) && Seconds <= SecondsMax
        && (ArcSources == 0 || NsPerArcSource <= NsMax) && !(Speedup < 1.8) && !(PeakMb > 400);

    public string ToMarkdown() => string.Join(
        " | ", "|", Graph, Measure, Target,
        PeakMb is { } peak ? Format(peak, "0 MB") : Format(Seconds, "0.000"),
        ArcSources > 0 ? Format(NsPerArcSource, "0.0000") : "",
        Peer is null ? "" : Format(Peer.Seconds, "0.00"),
        Peer is null ? Format(Speedup, "0.00 ×") : Format(Peer.Seconds / Seconds, "0.0 ×"),
        Format(Peer?.Difference, "0.0e0"), Format(FloatError, "0.0e0"), IsMet ? "yes" : "**no**")[2..] + " |";

    private static string Format(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
