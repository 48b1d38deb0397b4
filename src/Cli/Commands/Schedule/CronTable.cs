using System.Globalization;

namespace InfluencerMap.Cli;

/// <summary>A script with the commands, and the line of cron that starts it.</summary>
internal static class CronTable
{
    private const string Script = $"{Schedule.Name}.sh";

    /// <param name="schedule">What runs.</param>
    /// <param name="folder">Where the script will lie.</param>
    public static ScheduledFile[] Of(Schedule schedule, string folder) =>
        [new(Script, ScriptOf(schedule)), new(Schedule.Name, Table(schedule, Path.Combine(folder, Script)))];

    public static string[] HowTo(string folder) =>
    [
        // Names with a dot are passed over there.
        $"sudo cp {Quoted.ForShell(Path.Combine(folder, Schedule.Name))} /etc/cron.d/{Schedule.Name}",
        $"sudo chmod 644 /etc/cron.d/{Schedule.Name}",
    ];

    private static string ScriptOf(Schedule schedule)
    {
        var secrets = Quoted.ForShell(schedule.SecretsFile);
        string?[] lines =
        [
            "#!/bin/sh",
            "# Written by influencermap schedule. What fails ends it; the commands after it do not run.",
            "set -e",
            "umask 077",
            "# The keys, and the connection where it is not a file: NAME=value, one per line, mode 0600.",
            schedule.NeedsSecrets
                ? $"set -a; . {secrets}; set +a"
                : $"if [ -r {secrets} ]; then set -a; . {secrets}; set +a; fi",
            schedule.DotnetRoot is { } root ? $"export DOTNET_ROOT={Quoted.ForShell(root)}" : null,
            $"cd {Quoted.ForShell(schedule.Folder)}",
            .. schedule.Commands.Select(words => string.Join(' ', words.Select(Quoted.ForShell))),
            "",
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    /// <summary>In a line of cron % ends the command, unless it is escaped.</summary>
    private static string Table(Schedule schedule, string script) => string.Create(
        CultureInfo.InvariantCulture,
        $"# Written by influencermap schedule. What it says is mailed to the user.\n"
        + $"{schedule.At.Minute} {schedule.At.Hour} * * * {schedule.User} "
        + $"/bin/sh {Quoted.ForShell(script).Replace("%", "\\%")}\n");
}
