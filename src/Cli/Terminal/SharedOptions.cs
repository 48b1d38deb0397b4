using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary>Options that several commands have in common.</summary>
internal static partial class SharedOptions
{
    public const string StoreName = "--store";

    private const int TopMax = 1_000_000;

    /// <summary>Where a connection string with a password belongs: arguments are open to every user's eyes.</summary>
    private const string StoreVariable = "INFLUENCERMAP_STORE";

    public static Option<string> Store()
    {
        var store = new Option<string>(StoreName)
        {
            Description = $"The store: a file path, or a connection string of SQLite or SQL Server. {StoreVariable} "
                + "when left out.",
            HelpName = "connection",
            DefaultValueFactory = result => Variable(result, StoreVariable) ?? "Data Source=influencermap.db",
        };
        store.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => Storage.Store.HoldsPassword(token.Value)))
                result.AddError(
                    "--store holds a password, and every user of this machine can read arguments. Put the connection "
                    + $"in {StoreVariable}, or in a file that {StoreVariable}_FILE names.");
        });
        return store;
    }

    /// <summary>Null where help asks, which does so outside of any parsing: it must not print a secret.</summary>
    public static string? Variable(ArgumentResult result, string name) =>
        result.Parent is not null && Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? set : null;

    public static Option<string> Config() => Options.Of(
        "--config", "file", "The file that says whose tenant to collect, as whom, and which sources.", "collect.json");

    public static Option<TextOrJson> Log() => OneOf(
        "--log-format", "What is said on standard error: text for people; json, one per line, for a log collector.",
        TextOrJson.Text);

    /// <summary>An option that takes one of a few words, in any case and with their hyphens or without.</summary>
    public static Option<T> OneOf<T>(string name, string description, T usual) where T : struct, Enum
    {
        var words = Array.ConvertAll(Enum.GetNames<T>(), JsonNamingPolicy.KebabCaseLower.ConvertName);
        var usualWord = JsonNamingPolicy.KebabCaseLower.ConvertName($"{usual}");
        var option = Options.Of(name, string.Join('|', words), $"{description} {usualWord} when left out.", usual);
        option.AcceptOnlyFromAmong(
            StringComparer.OrdinalIgnoreCase, [.. words.Union(words.Select(word => word.Replace("-", "")))]);
        // What is none of them is refused above, in words.
        option.CustomParser = result =>
            Enum.TryParse<T>(result.Tokens[0].Value.Replace("-", ""), ignoreCase: true, out var value) ? value : usual;
        return option;
    }

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-MM-dd",
        CustomParser = Day,
    };

    public static Option<string?> Run() =>
        Options.Of<string?>("--run", "id", "Id of the run to read; the latest when left out.");

    public static Option<int> Top() => Options.Of("--top", "n", "How many people to show.", 20);

    public static int RequireTop(int top) => Options.Require("--top", top, 1, TopMax);

    public static Option<int> Threads() => Options.Of<int>(
        "--threads", "n", "Threads to compute with; 0 takes all cores. The result is the same for any number.");

    public static int RequireThreads(int threads) =>
        threads >= 0 ? threads : throw new UsageException($"--threads {threads} is negative; 0 takes all cores.");

    public static string RequireFile(string path) =>
        File.Exists(path) ? path : throw new FailedException(Directory.Exists(path)
            ? $"'{path}' is a folder: name one file."
            : $"There is no file '{path}'.");

    public static string RequirePath(string path) =>
        Path.Exists(path) ? path : throw new FailedException($"There is no file or folder '{path}'.");

    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError(IsoDay().IsMatch(text)
            ? $"{result.Argument.Name} '{text}': there is no such day."
            : $"{result.Argument.Name} '{text}' is not a date of the form yyyy-MM-dd.");
        return null;
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    private static partial Regex IsoDay();
}

/// <summary>Two formats for what is not a list.</summary>
internal enum TableOrJson { Table, Json }

/// <summary>Two formats for a report of what was done.</summary>
internal enum TextOrJson { Text, Json }
