using InfluencerMap.Engine;
using Spectre.Console;

namespace InfluencerMap.Cli;

/// <summary>Shows long work on standard error, step by step.</summary>
internal sealed class Progress : IProgress<StepReport>
{
    private static readonly IAnsiConsole Screen = OnStandardError();

    private static readonly TimeSpan WordsEvery = TimeSpan.FromSeconds(30);

    private readonly StatusContext? _status;
    private long _lastWords = TimeProvider.System.GetTimestamp();

    private Progress(StatusContext? status) => _status = status;

    /// <summary>For work without a spinner: a line per step and remark.</summary>
    public static IProgress<StepReport> Lines { get; } = new Progress(status: null);

    /// <summary>One line, outside any step.</summary>
    /// <param name="line">For people.</param>
    /// <param name="night">The same in numbers, where it ends a night.</param>
    public static void Say(string line, NightEnd? night = null)
    {
        line = Suggested.InFull(line);
        if (LogLine.IsJson)
            LogLine.Write(line, night: night);
        else
            Screen.WriteLine(line);
    }

    /// <summary>The line that a program ends with that could not do its work.</summary>
    public static void Fail(string line)
    {
        line = Suggested.InFull(line);
        if (LogLine.IsJson)
            LogLine.Write(line, "error");
        else
            Console.Error.WriteLine(line);
    }

    /// <summary>Runs work that reports its steps; a spinner turns while it lasts, where there is a terminal.</summary>
    public static Task<T> ShowAsync<T>(Func<Steps, Task<T>> work) =>
        Console.IsErrorRedirected || LogLine.IsJson
            ? work(new(Lines))
            : Screen.Status().StartAsync("Starting", status => work(new(new Progress(status))));

    public void Report(StepReport value)
    {
        switch (value)
        {
            case StepBegan step:
                _status?.Status(Markup.Escape(step.Name));
                break;
            case StepAdvanced step when _status is not null:
                _status.Status(Markup.Escape($"{step.Name}: {step.Words}"));
                break;
            case StepAdvanced { IsCount: true } step:
                SayNowAndThen($"  {step.Name}: {step.Words}");
                break;
            case StepEnded step when LogLine.IsJson:
                LogLine.Write(step.Outcome, step: step.Name, elapsedMs: (long)step.Elapsed.TotalMilliseconds);
                break;
            case StepEnded step:
                Screen.WriteLine($"  {step.Name}: {step.Outcome} ({step.Elapsed.TotalSeconds:0.0} s)");
                break;
            case Remark remark:
                Say(remark.Line);
                break;
        }
    }

    /// <summary>Without a terminal how far a step has come is worth a line every half minute.</summary>
    private void SayNowAndThen(string line)
    {
        if (TimeProvider.System.GetElapsedTime(_lastWords) <= WordsEvery)
            return;
        _lastWords = TimeProvider.System.GetTimestamp();
        Say(line);
    }

    private static IAnsiConsole OnStandardError()
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected)
            screen.Profile.Width = int.MaxValue;
        return screen;
    }
}
