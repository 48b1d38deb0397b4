using QuikGraph.Algorithms.Services;

namespace QuikGraph.Algorithms;

/// <summary>The life of an algorithm: NotRunning, Running, then Finished or, after an abort, Aborted.</summary>
public abstract class AlgorithmBase<TGraph> : IAlgorithm<TGraph>, IAlgorithmComponent
{
    private readonly CancelFlag _ownCancelManager = new();
    private readonly HostServices _services;
    private ComputationState _state;

    protected AlgorithmBase(IAlgorithmComponent host, TGraph visitedGraph)
    {
        if (visitedGraph is null)
            throw new ArgumentNullException(nameof(visitedGraph));
        VisitedGraph = visitedGraph;
        _services = new(host ?? this);
    }

    protected AlgorithmBase(TGraph visitedGraph) : this(null, visitedGraph) { }

    public event EventHandler StateChanged;
    public event EventHandler Started;
    public event EventHandler Finished;
    public event EventHandler Aborted;

    public object SyncRoot { get; } = new();
    public TGraph VisitedGraph { get; }
    public IAlgorithmServices Services => _services;

    public ComputationState State
    {
        get { lock (SyncRoot) return _state; }
    }

    public void Compute()
    {
        lock (SyncRoot)
        {
            _state = ComputationState.Running;
            Services.CancelManager.ResetCancel();
            OnStarted(EventArgs.Empty);
            OnStateChanged(EventArgs.Empty);
        }
        try
        {
            Initialize();
            InternalCompute();
        }
        catch (OperationCanceledException)
        {
            // As in the package: only an abort tells a stopped computation from a finished one.
        }
        finally
        {
            Clean();
            End();
        }
    }

    public void Abort()
    {
        lock (SyncRoot)
        {
            if (_state != ComputationState.Running)
                return;
            _state = ComputationState.PendingAbortion;
            Services.CancelManager.Cancel();
        }
        OnStateChanged(EventArgs.Empty);
    }

    public T GetService<T>() =>
        TryGetService(out T service) ? service : throw new InvalidOperationException("There is no such service.");

    public bool TryGetService<T>(out T service)
    {
        var found = TryGetService(typeof(T), out var any);
        service = found ? (T)any : default;
        return found;
    }

    protected virtual bool TryGetService(Type serviceType, out object service)
    {
        service = serviceType == typeof(ICancelManager) ? _ownCancelManager : null;
        return service is not null;
    }

    protected void ThrowIfCancellationRequested()
    {
        if (Services.CancelManager.IsCancelling)
            throw new OperationCanceledException("The algorithm was aborted.");
    }

    protected virtual void Initialize() { }
    protected abstract void InternalCompute();
    protected virtual void Clean() { }

    protected virtual void OnStateChanged(EventArgs args) => StateChanged?.Invoke(this, args);
    protected virtual void OnStarted(EventArgs args) => Started?.Invoke(this, args);
    protected virtual void OnFinished(EventArgs args) => Finished?.Invoke(this, args);
    protected virtual void OnAborted(EventArgs args) => Aborted?.Invoke(this, args);

    private void End()
    {
        lock (SyncRoot)
        {
            var aborted = _state == ComputationState.PendingAbortion;
            _state = aborted ? ComputationState.Aborted : ComputationState.Finished;
            if (aborted)
                OnAborted(EventArgs.Empty);
            else
                OnFinished(EventArgs.Empty);
            Services.CancelManager.ResetCancel();
            OnStateChanged(EventArgs.Empty);
        }
    }

    private sealed class HostServices(IAlgorithmComponent host) : IAlgorithmServices
    {
        public ICancelManager CancelManager => host.GetService<ICancelManager>();
    }

    private sealed class CancelFlag : ICancelManager
    {
        private volatile bool _isCancelling;

        public event EventHandler CancelRequested;
        public event EventHandler CancelReset;
        public bool IsCancelling => _isCancelling;

        public void Cancel()
        {
            _isCancelling = true;
            CancelRequested?.Invoke(this, EventArgs.Empty);
        }

        public void ResetCancel()
        {
            _isCancelling = false;
            CancelReset?.Invoke(this, EventArgs.Empty);
        }
    }
}
