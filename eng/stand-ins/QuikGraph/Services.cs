namespace QuikGraph.Algorithms.Services;

public interface IAlgorithmComponent
{
    IAlgorithmServices Services { get; }
    T GetService<T>();
    bool TryGetService<T>(out T service);
}

public interface IAlgorithmServices
{
    ICancelManager CancelManager { get; }
}

public interface ICancelManager
{
    event EventHandler CancelRequested;
    event EventHandler CancelReset;
    bool IsCancelling { get; }
    void Cancel();
    void ResetCancel();
}
