using System.CommandLine;
using System.Globalization;
using InfluencerMap.Engine;

namespace InfluencerMap.Cli;

/// <summary>For what a schedule is written.</summary>
internal enum ScheduleTarget { Systemd, Windows, Cron }

/// <summary>What a schedule runs, as the command line says it.</summary>
internal sealed class ScheduleOptions
{
    private const string Here = "influencermap.dll";

    private readonly Option<string> _at = Options.Of<string>(
        "--at", "HH:mm zone", "When, by this machine's clocks; for systemd a zone of IANA's list may follow. 02:30 "
            + "when left out.", "02:30");

    private readonly Option<string[]> _imports = Options.Of<string[]>(
        "--import", "file|words", "A file or folder of interactions to take in before the night, or what follows "
            + "influencermap import, in quotes: \"people staff.csv\". As often as there are imports, in this order.");

    private readonly Option<string?> _nightly = Options.Of<string?>(
        "--nightly", "words", "Further words for the night, in quotes: \"--preset wide --window-days 180\".");

    private readonly Option<string> _config = SharedOptions.Config();

    private readonly Option<string?> _user = Options.Of<string?>(
        "--as-user", "name", "Whose rights it has: who may write the store. Who asks now when left out, but never "
            + "root.");

    private readonly Option<string?> _secrets = Options.Of<string?>(
        "--env-file", "file", "The file with the variables that hold secrets: keys, and the connection to a server. "
            + "It need not be there for a store that is a file.");

    private readonly Option<string> _out = Options.Of<string>(
        "--out", "folder", "The folder to write to; this one when left out.", ".");

    private readonly Option<ScheduleTarget> _for = SharedOptions.OneOf(
        "--for", "What runs it.",
        OperatingSystem.IsWindows() ? ScheduleTarget.Windows
            : OperatingSystem.IsLinux() ? ScheduleTarget.Systemd : ScheduleTarget.Cron);

    private readonly Option<bool> _replaces = Options.Flag("--yes", "Replaces files that are there.");

    private readonly Option<string> _store = SharedOptions.Store();

    public IEnumerable<Option> All =>
        [_for, _at, _imports, _nightly, _config, _user, _secrets, _out, _replaces, _store];

    public bool Replaces(ParseResult parsed) => parsed.GetValue(_replaces);

    /// <exception cref="UsageException">A time, a user or words that the program does not understand.</exception>
    public (Schedule Schedule, ScheduleTarget Target, string Folder) Read(ParseResult parsed)
    {
        var target = parsed.GetValue(_for);
        var (at, zone) = TimeOf(parsed.GetRequiredValue(_at), target);
        // A connection from the environment may hold a password: it stays there.
        var isSecret = parsed.GetResult(_store) is not { Implicit: false }
            && Environment.GetEnvironmentVariable("INFLUENCERMAP_STORE") is { Length: > 0 };
        var connection = parsed.GetRequiredValue(_store);
        var store = isSecret ? null : Storage.Store.FileOf(connection);
        string[] ofStore = isSecret ? [] : ["--store", store ?? connection];
        if (string.Concat(ofStore).Any(char.IsControl) || parsed.GetValue(_secrets)?.Any(char.IsControl) is true)
            throw new UsageException("--store or --env-file holds a line break or another control character.");
        var words = new ScheduledWords(parsed.RootCommandResult.Command);
        string[] program = ProgramWords();
        List<string[]> commands = [.. (parsed.GetValue(_imports) ?? []).Select(words.OfImport)];
        commands.Add(words.OfNight(parsed.GetValue(_nightly) ?? "", ConfigOf(parsed)));
        return (
            new()
            {
                At = at,
                Zone = zone,
                Commands = [.. commands.Select(command => (string[])[.. program, .. command, .. ofStore])],
                User = UserOf(parsed.GetValue(_user), target),
                Folder = store is null ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(store)!,
                SecretsFile = Path.GetFullPath(parsed.GetValue(_secrets) ?? SecretsFile(target)),
                NeedsSecrets = isSecret || parsed.GetValue(_secrets) is not null,
                Written =
                    [.. words.Written, .. store is null ? Array.Empty<string>() : [Path.GetDirectoryName(store)!]],
                Read = [.. words.Read, .. program],
                DotnetRoot = Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root ? root : null,
            },
            target, Path.GetFullPath(parsed.GetRequiredValue(_out)));
    }

    /// <summary>The program as it was started now: its own file, or dotnet with its library.</summary>
    private static string[] ProgramWords()
    {
        var process = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(process).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? [process, Path.Combine(AppContext.BaseDirectory, Here)]
            : [process];
    }

    private string? ConfigOf(ParseResult parsed)
    {
        var path = Path.GetFullPath(parsed.GetRequiredValue(_config));
        if (File.Exists(path))
            return path;
        return parsed.GetResult(_config) is { Implicit: false }
            ? throw new FailedException($"There is no configuration '{path}'.")
            : null;
    }

    private static (TimeOnly At, string? Zone) TimeOf(string text, ScheduleTarget target)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 1 or > 2 || !TimeOnly.TryParseExact(
            words[0], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            throw new UsageException($"--at '{text}' is not a time, such as 02:30 or \"02:30 Europe/Rome\".");
        if (words.Length == 1)
            return (at, null);
        if (target != ScheduleTarget.Systemd)
            throw new UsageException("--at names a zone, which only systemd takes: give the time of this machine.");
        return TimeZoneInfo.TryFindSystemTimeZoneById(words[1], out _)
            ? (at, words[1])
            : throw new UsageException($"--at: this machine knows no time zone '{words[1]}'. Name one of IANA's list.");
    }

    private static string UserOf(string? named, ScheduleTarget target)
    {
        var user = named ?? (target == ScheduleTarget.Windows
            ? $"{Environment.UserDomainName}\\{Environment.UserName}"
            : Environment.UserName);
        if (named is null && user == "root")
            throw new UsageException("A night needs no root: say who may write the store with --as-user NAME.");
        return user.Length > 0 && user.All(letter => char.IsLetterOrDigit(letter)
            || (target == ScheduleTarget.Windows ? "\\ ._-@$" : "._-$").Contains(letter))
            ? user
            : throw new UsageException($"--as-user '{user}' is not the name of a user.");
    }

    private static string SecretsFile(ScheduleTarget target) => target == ScheduleTarget.Windows
        ? Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "InfluencerMap", "secrets.cmd")
        : "/etc/influencermap/secrets.env";
}
