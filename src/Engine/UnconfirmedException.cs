namespace InfluencerMap.Engine;

/// <summary>What was asked cannot be undone, and nobody said that it is meant. The message says how to.</summary>
public sealed class UnconfirmedException(string message) : Exception(message);
