namespace InfluencerMap.Graph.Influence;

/// <summary>What one rule touched.</summary>
/// <param name="Rule">Name of the rule, such as <c>mass-mail</c>; one of <see cref="InfluenceRules.All"/>.</param>
/// <param name="Unit">What is counted: <c>interactions</c>, <c>pairs</c>, <c>ties</c>, <c>people</c> and so on.</param>
/// <param name="Count">How many were set aside or, where a rule only weighs, how many it weighed otherwise.</param>
/// <param name="Reason">One sentence for people.</param>
/// <param name="PersonCount">People who had part in these.</param>
public sealed record HygieneCount(string Rule, string Unit, long Count, string Reason, int PersonCount = 0);
