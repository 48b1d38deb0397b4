using System.Globalization;
using System.Xml.Linq;

namespace InfluencerMap.Cli;

/// <summary>A batch file with the commands, and the task that starts it.</summary>
internal static class WindowsTask
{
    private static readonly XNamespace Ns = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    /// <param name="schedule">What runs.</param>
    /// <param name="folder">Where the files will lie.</param>
    /// <param name="tomorrow">The first day: a task of the past would begin at once.</param>
    public static ScheduledFile[] Of(Schedule schedule, string folder, DateOnly tomorrow)
    {
        var batch = $"{Schedule.Name}.cmd";
        return
        [
            new(batch, Batch(schedule)),
            new($"{Schedule.Name}.xml", Task(schedule, Path.Combine(folder, batch), folder, tomorrow))
            {
                IsUtf16 = true,
            },
        ];
    }

    public static string[] HowTo(string folder) =>
    [
        $"schtasks /Create /TN \"InfluencerMap nightly\" /XML \"{Path.Combine(folder, Schedule.Name + ".xml")}\"",
        "schtasks /Run /TN \"InfluencerMap nightly\"",
    ];

    private static string Batch(Schedule schedule)
    {
        var secrets = Quoted.ForBatch(schedule.SecretsFile);
        const string Log = $">> \"%~dp0{Schedule.Name}.log\" 2>&1";
        string[] lines =
        [
            "@echo off",
            "rem Written by influencermap schedule. What fails ends it; the commands after it do not run.",
            "setlocal DisableDelayedExpansion",
            "chcp 65001 >nul",
            "rem The keys, and the connection where it is not a file: set NAME=value, one per line.",
            schedule.NeedsSecrets ? $"call {secrets} || exit /b 1" : $"if exist {secrets} call {secrets}",
            $"cd /d {Quoted.ForBatch(schedule.Folder)} || exit /b 1",
            .. schedule.Commands.Select(words =>
                $"{string.Join(' ', words.Select(Quoted.ForBatch))} {Log} || exit /b 1"),
            "",
        ];
        return string.Join("\r\n", lines);
    }

    private static string Task(Schedule schedule, string batch, string folder, DateOnly tomorrow)
    {
        var document = new XElement(
            Ns + "Task", new XAttribute("version", "1.2"),
            new XElement(Ns + "RegistrationInfo", new XElement(Ns + "Description", "InfluencerMap nightly run")),
            new XElement(Ns + "Triggers", new XElement(
                Ns + "CalendarTrigger",
                new XElement(Ns + "StartBoundary", string.Create(
                    CultureInfo.InvariantCulture, $"{tomorrow:yyyy-MM-dd}T{schedule.At:HH:mm}:00")),
                new XElement(Ns + "Enabled", true),
                new XElement(Ns + "ScheduleByDay", new XElement(Ns + "DaysInterval", 1)))),
            new XElement(Ns + "Principals", new XElement(
                Ns + "Principal", new XAttribute("id", "Author"),
                new XElement(Ns + "UserId", schedule.User),
                // Whether or not the user is logged on, without a password kept.
                new XElement(Ns + "LogonType", "S4U"),
                new XElement(Ns + "RunLevel", "LeastPrivilege"))),
            new XElement(
                Ns + "Settings",
                new XElement(Ns + "MultipleInstancesPolicy", "IgnoreNew"),
                new XElement(Ns + "DisallowStartIfOnBatteries", false),
                new XElement(Ns + "StopIfGoingOnBatteries", false),
                new XElement(Ns + "StartWhenAvailable", true),
                new XElement(Ns + "ExecutionTimeLimit", "PT10H"),
                new XElement(Ns + "Priority", 7)),
            new XElement(Ns + "Actions", new XAttribute("Context", "Author"), new XElement(
                Ns + "Exec",
                new XElement(Ns + "Command", batch),
                new XElement(Ns + "WorkingDirectory", folder))));
        return "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n"
            + document.ToString().ReplaceLineEndings("\r\n") + "\r\n";
    }
}
