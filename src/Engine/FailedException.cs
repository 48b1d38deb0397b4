namespace InfluencerMap.Engine;

/// <summary>The work could not be done. The message is the one line that the user reads, with the remedy.</summary>
public sealed class FailedException(string message) : Exception(message);
