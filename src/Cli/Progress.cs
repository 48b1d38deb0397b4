using InfluencerMap.Graph;
using InfluencerMap.Storage;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>Shows long work on standard error, step by step, and keeps how long each step took.</summary>
internal sealed class Progress : IProgress<MeasureProgress>, IProgress<double>
{
    private static readonly IAnsiConsole Screen = OnStandardError();

    private static readonly TimeSpan WordsEvery = TimeSpan.FromSeconds(30);

    private readonly StatusContext? _status;
    private readonly List<StepDuration> _steps = [];
    private string _current = "";
    private long _lastWords = TimeProvider.System.GetTimestamp();

    private Progress(StatusContext? status) => _status = status;

    /// <summary>The finished steps, in order.</summary>
    public IReadOnlyList<StepDuration> Steps => _steps;

    /// <summary>One line, outside any step.</summary>
    /// <param name="line">For people.</param>
    /// <param name="night">The same in numbers, where it ends a night.</param>
    public static void Say(string line, NightEnd? night = null)
    {
        if (LogLine.IsJson)
            LogLine.Write(line, night: night);
        else
            Screen.WriteLine(line);
    }

    /// <summary>The line that a program ends with that could not do its work.</summary>
    public static void Fail(string line)
    {
        if (LogLine.IsJson)
            LogLine.Write(line, "error");
        else
            Console.Error.WriteLine(line);
    }

    /// <summary>Runs work that reports its steps; a spinner turns while it lasts, where there is a terminal.</summary>
    public static Task<T> ShowAsync<T>(Func<Progress, Task<T>> work) =>
        Console.IsErrorRedirected || LogLine.IsJson
            ? work(new(null))
            : Screen.Status().StartAsync("Starting", status => work(new(status)));

    /// <summary>Runs one step under a name; <paramref name="outcome"/> says in a few words what came of it.</summary>
    public async Task<T> StepAsync<T>(string name, Func<Task<T>> work, Func<T, string> outcome)
    {
        _current = name;
        _status?.Status(Markup.Escape(name));
        var started = TimeProvider.System.GetTimestamp();
        var result = await work();
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        _steps.Add(new(name, (long)elapsed.TotalMilliseconds));
        if (LogLine.IsJson)
            LogLine.Write(outcome(result), step: name, elapsedMs: (long)elapsed.TotalMilliseconds);
        else
            Screen.WriteLine($"  {name}: {outcome(result)} ({elapsed.TotalSeconds:0.0} s)");
        return result;
    }

    /// <inheritdoc cref="StepAsync{T}"/>
    public Task<T> Step<T>(string name, Func<T> work, Func<T, string> outcome) =>
        StepAsync(name, () => Task.Run(work), outcome);

    /// <summary>How far the step has come, for those that take long.</summary>
    public void Report(MeasureProgress value) => Report((double)value.SourcesDone / value.SourceCount);

    /// <inheritdoc cref="Report(MeasureProgress)"/>
    public void Report(double value) => _status?.Status(Markup.Escape($"{_current}: {100 * value:0} %"));

    /// <summary>How far the step has come, in words; without a terminal, a line every half minute.</summary>
    public void Report(string words)
    {
        if (_status is not null)
            _status.Status(Markup.Escape($"{_current}: {words}"));
        else if (TimeProvider.System.GetElapsedTime(_lastWords) > WordsEvery)
        {
            _lastWords = TimeProvider.System.GetTimestamp();
            Say($"  {_current}: {words}");
        }
    }

    private static IAnsiConsole OnStandardError()
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected)
            screen.Profile.Width = int.MaxValue;
        return screen;
    }
}
