using System.Text;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap schedule</c>: writes what makes imports and the night run by themselves.</summary>
internal static class ScheduleCommand
{
    public static CliCommand Create()
    {
        var options = new ScheduleOptions();
        return new CliCommand(
            "schedule", "Writes a systemd timer, a Windows task or a line of cron that runs imports and the night "
                + "every day, and says how to turn it on. Changes nothing else; no secret is written.",
            options.All)
        {
            Examples =
            [
                "schedule --store /var/lib/influencermap/company.db --as-user influencermap",
                "schedule --at \"02:30 Europe/Rome\" --import \"people staff.xlsx\" --import mail.zip",
                "schedule --import \"interactions 'My Mail.zip' --format mbox\" --nightly \"--preset wide\"",
                "schedule --for windows --out C:\\influencermap --as-user FIRM\\night",
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var (schedule, target, folder) = options.Read(parsed);
            var tomorrow = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).AddDays(1);
            var (files, steps) = target switch
            {
                ScheduleTarget.Windows => (WindowsTask.Of(schedule, folder, tomorrow), WindowsTask.HowTo(folder)),
                ScheduleTarget.Cron => (CronTable.Of(schedule, folder), CronTable.HowTo(folder)),
                _ => (SystemdUnits.Of(schedule), SystemdUnits.HowTo(folder)),
            };
            await WriteAsync(files, folder, options.Replaces(parsed), cancellation);
            Say(schedule, files, folder, steps);
        });
    }

    /// <summary>All of them or none: what somebody changed by hand stays, unless it is said not to.</summary>
    private static async Task WriteAsync(
        ScheduledFile[] files, string folder, bool replaces, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Name);
            if (!replaces && File.Exists(path) && await File.ReadAllTextAsync(path, cancellation) != file.Text)
                throw new UsageException(
                    $"There is another file '{path}' already. Name another folder with --out, or say --yes.");
        }
        foreach (var file in files)
            await File.WriteAllTextAsync(
                Path.Combine(folder, file.Name), file.Text,
                file.IsUtf16 ? Encoding.Unicode : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                cancellation);
    }

    private static void Say(Schedule schedule, ScheduledFile[] files, string folder, string[] steps)
    {
        var imports = schedule.Commands.Count - 1;
        Console.WriteLine(
            $"Wrote {string.Join(" and ", files.Select(file => file.Name))} to {folder}: every day at "
            + $"{schedule.At:HH:mm}{(schedule.Zone is { } zone ? " " + zone : "")} as {schedule.User}, "
            + (imports == 0 ? "" : $"{imports} {(imports == 1 ? "import" : "imports")}, then ") + "the night.");
        Console.WriteLine(schedule.NeedsSecrets
            ? $"Put INFLUENCERMAP_STORE, INFLUENCERMAP_KEY and INFLUENCERMAP_AUDIT_KEY into {schedule.SecretsFile}, "
                + "for its reader alone."
            : $"Keys that are not files next to the store go into {schedule.SecretsFile}, for its reader alone: "
                + "INFLUENCERMAP_KEY, INFLUENCERMAP_AUDIT_KEY.");
        foreach (var missing in schedule.Read.Where(path => !Path.Exists(path)))
            Console.WriteLine($"Not there yet: {missing}. A night without it ends with 1, and the last run stays.");
        Console.WriteLine("To turn it on:");
        foreach (var step in steps)
            Console.WriteLine("  " + step);
    }
}
