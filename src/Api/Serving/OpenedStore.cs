using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>The store, opened when it is first asked for and kept open: that costs more than an answer.</summary>
public sealed class OpenedStore(StoreAddress address) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private volatile Store? _store;

    /// <exception cref="StoreException">There is none yet, or none of this program's version.</exception>
    public ValueTask<Store> ReadAsync(CancellationToken cancellation) =>
        _store is { } store ? new(store) : new(OpenAsync(cancellation));

    /// <summary>For the few requests that write; the caller disposes.</summary>
    public Task<Store> OpenToWriteAsync(CancellationToken cancellation) =>
        Store.OpenToWriteAsync(address.ConnectionString, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_store is { } store)
            await store.DisposeAsync();
        _opening.Dispose();
    }

    private async Task<Store> OpenAsync(CancellationToken cancellation)
    {
        await _opening.WaitAsync(cancellation);
        try
        {
            return _store ??= await Store.OpenExistingAsync(address.ConnectionString, cancellation);
        }
        finally
        {
            _opening.Release();
        }
    }
}
