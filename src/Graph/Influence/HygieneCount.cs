namespace InfluencerMap.Graph.Influence;

/// <summary>What one rule set aside.</summary>
/// <param name="Rule">Stable name of the rule, such as <c>mass-mail</c>.</param>
/// <param name="Unit">What is counted: <c>interactions</c>, <c>ties</c> or <c>people</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Reason">One sentence for people.</param>
public sealed record HygieneCount(string Rule, string Unit, long Count, string Reason);
