using InfluencerMap.Graph;
using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>What long work reports of itself.</summary>
public abstract record StepReport;

/// <summary>A step has begun.</summary>
public sealed record StepBegan(string Name) : StepReport;

/// <summary>How far the current step has come: a share such as <c>40 %</c>, or a count of what it does.</summary>
/// <param name="Name">The step.</param>
/// <param name="Words">How far, for people.</param>
/// <param name="IsCount">Whether the words count, and so are worth a line where nothing can be drawn anew.</param>
public sealed record StepAdvanced(string Name, string Words, bool IsCount) : StepReport;

/// <summary>A step is done.</summary>
/// <param name="Name">The step.</param>
/// <param name="Outcome">What came of it, in a few words.</param>
/// <param name="Elapsed">What it took.</param>
public sealed record StepEnded(string Name, string Outcome, TimeSpan Elapsed) : StepReport;

/// <summary>One line outside any step.</summary>
public sealed record Remark(string Line) : StepReport;

/// <summary>Runs the steps of long work, reports each and keeps how long it took.</summary>
/// <param name="reports">Gets what the steps report, on the thread that works.</param>
public sealed class Steps(IProgress<StepReport> reports) : IProgress<MeasureProgress>, IProgress<double>
{
    private readonly List<StepDuration> _durations = [];
    private string _current = "";
    private long _started;

    /// <summary>The finished steps, in order.</summary>
    public IReadOnlyList<StepDuration> Durations => _durations;

    /// <summary>One line, outside any step.</summary>
    public void Say(string line) => reports.Report(new Remark(line));

    /// <summary>Runs one step under a name; <paramref name="outcome"/> says in a few words what came of it.</summary>
    public async Task<T> StepAsync<T>(string name, Func<Task<T>> work, Func<T, string> outcome)
    {
        Begin(name);
        var result = await work();
        End(outcome(result));
        return result;
    }

    /// <summary>A step begins, for work that cannot be handed over; <see cref="End"/> ends it.</summary>
    public void Begin(string name)
    {
        (_current, _started) = (name, TimeProvider.System.GetTimestamp());
        reports.Report(new StepBegan(name));
    }

    /// <summary>The step that began last has ended.</summary>
    public void End(string outcome)
    {
        var elapsed = TimeProvider.System.GetElapsedTime(_started);
        _durations.Add(new(_current, (long)elapsed.TotalMilliseconds));
        reports.Report(new StepEnded(_current, outcome, elapsed));
    }

    /// <summary>How far the step has come, for those that take long.</summary>
    public void Report(MeasureProgress value) => Report((double)value.SourcesDone / value.SourceCount);

    /// <inheritdoc cref="Report(MeasureProgress)"/>
    public void Report(double value) =>
        reports.Report(new StepAdvanced(_current, $"{100 * value:0} %", IsCount: false));

    /// <summary>How far the step has come, in words.</summary>
    public void Report(string words) => reports.Report(new StepAdvanced(_current, words, IsCount: true));
}
