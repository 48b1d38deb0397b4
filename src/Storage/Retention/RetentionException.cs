namespace InfluencerMap.Storage;

/// <summary>Raw events would be older than the profile and the agreements on record allow.</summary>
public sealed class RetentionException(string message) : StoreException(message);
