using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using InfluencerMap.Collectors;
using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>The root of the grammar, and the one place where an exit code or an error line is decided.</summary>
/// <remarks>0 done, 1 failed, 2 wrong usage. Results go to standard output, all else to standard error.</remarks>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    private const string TraceVariable = "INFLUENCERMAP_TRACE";

    public static RootCommand Create(params CliCommand[] commands)
    {
        var root = new RootCommand("Finds the people who really spread the word, from who-talks-to-whom metadata.");
        foreach (var command in commands)
            root.Add(command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!);
        return root;
    }

    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> args)
    {
        if (SecretFiles.Use() is { } withheld)
        {
            await Console.Error.WriteLineAsync(withheld);
            return Failed;
        }
        var parsed = root.Parse(args.Count == 0 ? ["--help"] : args);
        if (parsed.Action is ParseErrorAction)
        {
            await Console.Error.WriteLineAsync(Explain(parsed));
            await Console.Error.WriteLineAsync($"See: influencermap {PathOf(parsed.CommandResult.Command)}--help");
            return WrongUsage;
        }
        Suggested.For(parsed);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                // The step under way is undone and the store closed whole; ended before that, nothing would be lost.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
            });
        }
        catch (Exception e)
        {
            Progress.Fail(Explain(e));
            return e is UsageException or UnconfirmedException ? WrongUsage : Failed;
        }
        finally
        {
            // What failed while it was being opened is let go of as well.
            Store.CloseAll();
        }
    }

    /// <summary>One word that is not understood makes several errors: it is the one to name.</summary>
    private static string Explain(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var unknown, ..]
            ? Unknown(MisspeltOption(parsed) ?? unknown, parsed.CommandResult.Command)
            : parsed.Errors[0] is var error && error.SymbolResult is OptionResult { Tokens: [var text] } option
                && KindOf(option.Option.ValueType) is { } kind
                ? $"{option.Option.Name} takes {kind}, not '{text.Value}'."
                : OnOneLine(error.Message);

    private static string Unknown(string word, Command command)
    {
        var known = word.StartsWith('-')
            ? command.Options.Select(option => option.Name)
            : command.Subcommands.Select(one => one.Name);
        string[] below =
        [
            .. command.Subcommands.Where(_ => command is not RootCommand && command.Action is null)
                .Select(one => PathOf(one) + string.Join(' ', one.Arguments.Select(argument => argument.Name))),
        ];
        return $"Nothing here is called '{word}'." + (Nearest.To(word, known) is { } meant ? $" Did you mean '{meant}'?"
            : below.Length > 0 ? $" Say {string.Join(" or ", below.Select(one => one.Trim()))}." : "");
    }

    /// <summary>An option that is not known is taken for the file, and only the word after it for unknown.</summary>
    private static string? MisspeltOption(ParseResult parsed) =>
        parsed.Tokens.FirstOrDefault(token =>
            token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;

    private static string? KindOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var value when value == typeof(int) || value == typeof(long) => "a whole number",
        var value when value == typeof(double) => "a number",
        _ => null,
    };

    /// <summary>The one line that the user reads.</summary>
    public static string Explain(Exception e) => e switch
    {
        UsageException or UnconfirmedException or InputException or StoreException or FailedException or IOException
            or UnauthorizedAccessException => e.Message,
        OperationCanceledException => "Cancelled. Nothing of the unfinished step was stored.",
        _ => Unexpected(e),
    };

    /// <summary>Nobody should meet a stack trace; whoever reports the defect can ask for it.</summary>
    private static string Unexpected(Exception defect) =>
        Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 }
            ? defect.ToString()
            : $"This should not happen ({defect.GetType().Name}). Nothing of the unfinished step was stored. " +
              $"Please report it with what {TraceVariable}=1 shows.";

    private static string OnOneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string PathOf(Command command) =>
        command is RootCommand
            ? ""
            : string.Concat(command.Parents.OfType<Command>().Select(PathOf)) + command.Name + " ";

    private sealed class HelpWithExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var result = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is CliCommand { Examples.Count: > 0 } command)
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var example in command.Examples)
                    output.WriteLine("  influencermap " + example);
                output.WriteLine();
            }
            return result;
        }
    }
}

/// <summary>The command line asks for something that cannot be: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
