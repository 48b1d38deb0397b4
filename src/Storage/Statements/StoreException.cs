namespace InfluencerMap.Storage;

/// <summary>The store cannot do what was asked: one line with the remedy, without a name or an address.</summary>
public class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another process holds the store: the same may succeed a little later.</summary>
public sealed class StoreBusyException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>The disk does not take what is written: nothing of the step was stored.</summary>
public sealed class StoreFullException(string message, Exception? inner = null) : StoreException(message, inner);
