namespace InfluencerMap.Cli;

/// <summary>A service that runs once, and the timer that wakes it.</summary>
internal static class SystemdUnits
{
    private const string StateRoot = "/var/lib/";

    /// <summary>Folders that the service does not see unless they are wanted.</summary>
    private static readonly string[] Homes = ["/home", "/root", "/run/user"];

    private static readonly string[] Temporary = ["/tmp", "/var/tmp"];

    public static ScheduledFile[] Of(Schedule schedule) =>
        [new($"{Schedule.Name}.service", Service(schedule)), new($"{Schedule.Name}.timer", Timer(schedule))];

    public static string[] HowTo(string folder)
    {
        var (service, timer) = ($"{Schedule.Name}.service", $"{Schedule.Name}.timer");
        return
        [
            $"sudo cp {Quoted.ForShell(Path.Combine(folder, service))} {Quoted.ForShell(Path.Combine(folder, timer))} "
                + "/etc/systemd/system/",
            $"sudo systemctl daemon-reload && sudo systemctl enable --now {timer}",
        ];
    }

    private static string Service(Schedule schedule)
    {
        string[] all = [.. schedule.Written, .. schedule.Read];
        var seesTemporary = all.Any(path => IsUnder(path, Temporary));
        string[] written =
            [.. schedule.Written.Where(path => StateOf(path) is null), .. seesTemporary ? Temporary : []];
        string?[] lines =
        [
            "# Written by influencermap schedule. Imports, then one night: 0, or 1 with the last run kept.",
            "# What fails ends it; the commands after it do not run.",
            "[Unit]",
            "Description=InfluencerMap nightly run",
            "Wants=network-online.target",
            "After=network-online.target",
            "",
            "[Service]",
            "Type=oneshot",
            $"User={schedule.User}",
            $"WorkingDirectory={Quoted.Specifiers(schedule.Folder)}",
            "# One NAME=value per line, mode 0600: the keys, and the connection where it is not a file.",
            $"EnvironmentFile={(schedule.NeedsSecrets ? "" : "-")}{Quoted.Specifiers(schedule.SecretsFile)}",
            schedule.DotnetRoot is { } root ? $"Environment={Quoted.ForSystemd("DOTNET_ROOT=" + root)}" : null,
            .. schedule.Commands.Select(words => "ExecStart=" + string.Join(
                ' ', [Quoted.ForSystemd(words[0]), .. words[1..].Select(Quoted.ForSystemdArgument)])),
            "TimeoutStartSec=10h",
            "Nice=10",
            "MemoryMax=4G",
            .. schedule.Written.Select(StateOf).OfType<string>().Distinct().SelectMany(
                state => (string[])[$"StateDirectory={state}", "StateDirectoryMode=0700"]),
            written.Length > 0
                ? "ReadWritePaths=" + string.Join(' ', written.Distinct().Select(Quoted.ForSystemd))
                : null,
            "UMask=0077",
            "NoNewPrivileges=yes",
            "ProtectSystem=strict",
            "ProtectHome=" + (schedule.Written.Any(path => IsUnder(path, Homes)) ? "no"
                : all.Any(path => IsUnder(path, Homes)) ? "read-only" : "yes"),
            "PrivateTmp=" + (seesTemporary ? "no" : "yes"),
            "PrivateDevices=yes",
            "ProtectKernelTunables=yes",
            "ProtectControlGroups=yes",
            "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
            "CapabilityBoundingSet=",
            "",
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static string Timer(Schedule schedule) => string.Join(
        '\n',
        "# Written by influencermap schedule. A machine that slept catches up when it wakes.",
        "[Unit]",
        "Description=InfluencerMap every night",
        "",
        "[Timer]",
        $"OnCalendar=*-*-* {schedule.At:HH:mm}:00" + (schedule.Zone is { } zone ? " " + zone : ""),
        "Persistent=true",
        "AccuracySec=1min",
        "",
        "[Install]",
        "WantedBy=timers.target",
        "");

    /// <summary>The folder that systemd makes itself, for the service alone; null for another one.</summary>
    private static string? StateOf(string folder) =>
        folder.StartsWith(StateRoot, StringComparison.Ordinal) && folder[StateRoot.Length..] is { Length: > 0 } name
        && !name.Any(letter => letter is '/' or ':' or '%' or '"' or '\\' || char.IsWhiteSpace(letter))
            ? name
            : null;

    private static bool IsUnder(string path, string[] folders) => folders.Any(folder =>
        path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));
}
