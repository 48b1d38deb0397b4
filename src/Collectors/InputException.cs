namespace InfluencerMap.Collectors;

/// <summary>Input that cannot be read. The message is one line for people and holds no cell, address or name.</summary>
public sealed class InputException(string message, Exception? cause = null) : Exception(message, cause);
