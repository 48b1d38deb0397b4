namespace InfluencerMap.Storage;

/// <summary>The store cannot do what was asked: one line with the remedy, without a name or an address.</summary>
public class StoreException(string message, Exception? inner = null) : Exception(message, inner);
