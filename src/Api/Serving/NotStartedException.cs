namespace InfluencerMap.Api;

/// <summary>The service must not run as it is configured: one line with the remedy.</summary>
internal sealed class NotStartedException(string message) : Exception(message);
