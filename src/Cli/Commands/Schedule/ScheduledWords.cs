using System.CommandLine;
using System.CommandLine.Parsing;

namespace InfluencerMap.Cli;

/// <summary>
/// Words of a command that will run at night, read now as they will be then: what is wrong is said today, and paths are
/// whole, wherever the night runs.
/// </summary>
internal sealed class ScheduledWords(Command root)
{
    private static readonly string[] Files = ["file", "FILE", "FILE|FOLDER"];

    private readonly List<string> _read = [];
    private readonly List<string> _written = [];

    /// <summary>Paths that the commands read.</summary>
    public IReadOnlyList<string> Read => _read;

    /// <summary>Folders that they write to, in addition to the store's.</summary>
    public IReadOnlyList<string> Written => _written;

    /// <summary>A path alone is a file or folder of interactions.</summary>
    public string[] OfImport(string text)
    {
        string[] words = Path.Exists(text) ? [text] : [.. Split(text)];
        if (words.Length == 0)
            throw new UsageException("--import is empty.");
        var isVerb = words[0] is "people" or "interactions" or "everyone";
        return Whole("--import", isVerb ? ["import", .. words] : ["import", "interactions", .. words]);
    }

    /// <param name="text">Further words, or none.</param>
    /// <param name="config">The configuration of a tenant; null without one.</param>
    public string[] OfNight(string text, string? config) => Whole(
        "--nightly", ["nightly", .. config is null ? Array.Empty<string>() : ["--config", config], .. Split(text)]);

    /// <summary>Single quotes as double ones, since double ones hold all of it on most command lines.</summary>
    private static IEnumerable<string> Split(string text) =>
        CommandLineParser.SplitCommandLine(text.Contains('"') ? text : text.Replace('\'', '"'));

    private string[] Whole(string option, string[] words)
    {
        if (words.Any(word => word.Any(char.IsControl)))
            throw new UsageException($"{option} holds a line break or another control character.");
        var parsed = root.Parse(words);
        if (parsed.Errors is [var error, ..])
            throw new UsageException($"{option} '{string.Join(' ', words)}' is not understood: {error.Message}");
        var whole = words.ToList();
        foreach (var result in parsed.CommandResult.Children)
            switch (result)
            {
                case OptionResult { Implicit: false, Option.Name: "--store" }:
                    throw new UsageException($"{option} names a store: it is that of schedule itself, --store.");
                case OptionResult { Implicit: false, Option.Name: "--webhook" or "--watch" or "--as-of" } refused:
                    throw new UsageException(
                        $"{option} holds {refused.Option.Name}, which does not go with a schedule"
                        + (refused.Option.Name == "--webhook" ? ": it belongs in the file of --env-file." : "."));
                case OptionResult { Implicit: false } named when Files.Contains(named.Option.HelpName):
                    MakeWhole(whole, named.Tokens, named.Option.Name == "--metrics");
                    break;
                case ArgumentResult argument when Files.Contains(argument.Argument.HelpName ?? argument.Argument.Name):
                    MakeWhole(whole, argument.Tokens, isWritten: false);
                    break;
            }
        return [.. whole];
    }

    private void MakeWhole(List<string> words, IReadOnlyList<Token> tokens, bool isWritten)
    {
        foreach (var token in tokens)
        {
            var path = Path.GetFullPath(token.Value);
            // Alone, or behind its option and a sign.
            var place = words.FindLastIndex(word => word == token.Value
                || word.EndsWith("=" + token.Value, StringComparison.Ordinal)
                || word.EndsWith(":" + token.Value, StringComparison.Ordinal));
            words[place] = words[place][..^token.Value.Length] + path;
            if (isWritten)
                _written.Add(Path.GetDirectoryName(path)!);
            else
                _read.Add(path);
        }
    }
}
