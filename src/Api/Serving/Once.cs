namespace InfluencerMap.Api;

/// <summary>Read once for all who ask; whoever asks after that failed or was cancelled reads again.</summary>
internal sealed class Once<T>(Func<Task<T>> read)
{
    private readonly Lock _gate = new();
    private volatile Task<T>? _read;

    /// <summary>Whether it was read; then it is at hand.</summary>
    public bool IsRead => _read is { IsCompletedSuccessfully: true };

    /// <param name="cancellation">Ends the waiting, and not the reading: others may wait too.</param>
    public Task<T> ReadAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_read is null or { IsCompleted: true, IsCompletedSuccessfully: false })
                _read = Task.Run(read, CancellationToken.None);
            return _read.WaitAsync(cancellation);
        }
    }
}
