namespace InfluencerMap.Api;

/// <summary>What was asked for would be shown without a trace, so it is not.</summary>
public sealed class AuditUnwrittenException(string message, Exception inner) : Exception(message, inner);
