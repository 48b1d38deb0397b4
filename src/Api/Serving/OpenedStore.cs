using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>The store, opened when it is first asked for and kept open: that costs more than an answer.</summary>
public sealed class OpenedStore(StoreAddress address) : IAsyncDisposable
{
    private readonly Once<Store> _store = new(
        () => Store.OpenExistingAsync(address.ConnectionString, CancellationToken.None));

    /// <exception cref="StoreException">There is none yet, or none of this program's version.</exception>
    public Task<Store> ReadAsync(CancellationToken cancellation) => _store.ReadAsync(cancellation);

    /// <summary>For the few requests that write; the caller disposes.</summary>
    public Task<Store> OpenToWriteAsync(CancellationToken cancellation) =>
        Store.OpenToWriteAsync(address.ConnectionString, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_store.IsRead)
            await (await _store.ReadAsync(CancellationToken.None)).DisposeAsync();
    }
}
