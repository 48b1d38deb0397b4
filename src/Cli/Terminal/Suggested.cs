using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using InfluencerMap.Collectors;

namespace InfluencerMap.Cli;

/// <summary>
/// The commands that messages suggest: on the store of the command that says them, so that they can be pasted.
/// </summary>
internal static partial class Suggested
{
    private static Command? _root;
    private static string? _store;
    private static string? _file;

    /// <summary>Takes what <c>--store</c> was given; a variable names the store of the next command as well.</summary>
    public static void For(ParseResult parsed)
    {
        _root = parsed.RootCommandResult.Command;
        _store = StoreOf(parsed.CommandResult.Command) is { } option
            && parsed.GetResult(option) is { Implicit: false, Tokens: [var given] }
            ? given.Value
            : null;
        _file = parsed.CommandResult is { Parent: CommandResult { Command.Name: "import" }, Command: var import }
            && import.Arguments.FirstOrDefault(one => one.Name == "FILE") is { } file
            && parsed.GetResult(file) is { Tokens: [var path] }
            ? path.Value
            : null;
    }

    /// <summary>
    /// The line, each command in it with the store, and an import with the file as it was typed, of which readers know
    /// the name alone.
    /// </summary>
    public static string InFull(string line)
    {
        if (_file is { } file && CsvFormat.ForShell(Path.GetFileName(file)) is { Length: > 0 } name)
            foreach (var import in (string[])["influencermap import people ", "influencermap import interactions "])
                line = line.Replace(import + name, import + CsvFormat.ForShell(file)).Replace(
                    import + "FILE", import + CsvFormat.ForShell(file));
        return _store is { } store ? Written().Replace(line, found => InFull(found, store)) : line;
    }

    private static string InFull(Match found, string store)
    {
        var (command, end) = (_root!, found.Groups["name"].Length);
        foreach (Capture word in found.Groups["word"].Captures)
        {
            if (command.Subcommands.FirstOrDefault(one => one.Name == word.Value) is not { } called)
                break;
            (command, end) = (called, word.Index + word.Length - found.Index);
        }
        return StoreOf(command) is null
            ? found.Value
            : $"{found.Value[..end]} {SharedOptions.StoreName} {CsvFormat.ForShell(store)}{found.Value[end..]}";
    }

    private static Option? StoreOf(Command command) =>
        command.Options.FirstOrDefault(option => option.Name == SharedOptions.StoreName);

    [GeneratedRegex(@"(?<name>\binfluencermap)(?>(?: (?<word>[a-z]+(?:-[a-z]+)*\b))+)(?! --store)")]
    private static partial Regex Written();
}
