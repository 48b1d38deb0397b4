namespace QuikGraph.Algorithms;

public enum ComputationState : byte { NotRunning, Running, PendingAbortion, Finished, Aborted }

public interface IComputation
{
    event EventHandler StateChanged;
    event EventHandler Started;
    event EventHandler Finished;
    event EventHandler Aborted;
    object SyncRoot { get; }
    ComputationState State { get; }
    void Compute();
    void Abort();
}

public interface IAlgorithm<out TGraph> : IComputation
{
    TGraph VisitedGraph { get; }
}
