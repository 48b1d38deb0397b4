namespace InfluencerMap.Cli;

/// <summary>What came of collecting one source.</summary>
/// <param name="Source">Its name in the configuration.</param>
/// <param name="Complete">Whether it reached its end.</param>
/// <param name="Failure">Why not, in one line; none where it did.</param>
/// <param name="Items">Items read, such as messages.</param>
/// <param name="Interactions">Interactions stored that were not there.</param>
/// <param name="AlreadyThere">Interactions that were.</param>
/// <param name="ThrottledSeconds">Waits that the service asked for, summed over all requests.</param>
/// <param name="Outcomes">Items that did not simply count, by what became of them.</param>
internal sealed record SourceLine(
    string Source, bool Complete, string? Failure, long Items, long Interactions, long AlreadyThere,
    double ThrottledSeconds, OutcomeLine[] Outcomes);

/// <summary>Items of a source that did not simply count.</summary>
/// <param name="Outcome">One word, as the store keeps it.</param>
/// <param name="Count">Items.</param>
/// <param name="Reason">The same for people.</param>
internal sealed record OutcomeLine(string Outcome, long Count, string Reason);
