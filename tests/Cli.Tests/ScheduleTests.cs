using System.Diagnostics;
using System.Text;
using System.Xml.Linq;

namespace InfluencerMap.Cli.Tests;

/// <summary>What <c>schedule</c> writes runs as it stands, whatever the paths, and holds no secret.</summary>
public sealed class ScheduleTests : IDisposable
{
    private static readonly XNamespace Ns = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    private const string Service = "influencermap-nightly.service";

    private readonly CliProcess _cli = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A folder with what schedulers read as signs of their own.</summary>
    private string Data => Directory.CreateDirectory(Path.Combine(_cli.Folder, "R&D 100% $HOME's")).FullName;

    private string Units => Path.Combine(_cli.Folder, "my units");

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Systemd_finds_nothing_wrong_and_reads_every_word_as_it_was()
    {
        var said = await ScheduleAsync("systemd", at: "02:30 Europe/Rome");

        var service = Read(Service);
        Assert.Contains("User=night\n", service);
        Assert.Contains("EnvironmentFile=-/etc/influencermap/secrets.env\n", service);
        var escaped = Data.Replace("%", "%%");
        Assert.Contains($"\nWorkingDirectory={escaped}\n", service);
        Assert.Contains($"\nReadWritePaths=\"{escaped}\"", service);
        var (people, mail, night) = Commands(service);
        Assert.EndsWith($" import people \"{Argument("staff.csv")}\" --store \"{Argument("firm.db")}\"", people);
        Assert.EndsWith(
            $" import interactions \"{Argument("My Mail.csv")}\" --format csv --store \"{Argument("firm.db")}\"", mail);
        Assert.EndsWith($" nightly --preset plain --store \"{Argument("firm.db")}\"", night);
        Assert.Contains("\nOnCalendar=*-*-* 02:30:00 Europe/Rome\n", Read("influencermap-nightly.timer"));
        Assert.Contains("sudo systemctl enable --now influencermap-nightly.timer", said.Output);
        Assert.Contains($"sudo cp '{Units}/influencermap-nightly.service' ", said.Output);

        await VerifyAsync();

        string Argument(string file) => Path.Combine(escaped, file).Replace("$", "$$");
    }

    [Fact]
    public async Task Night_of_a_script_runs_from_paths_with_blanks_and_ends_with_the_first_failure()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sh.");
        await WriteDataAsync();
        await ScheduleAsync("cron");
        Assert.Equal(
            $"30 2 * * * night /bin/sh '{Units}/influencermap-nightly.sh'",
            Read("influencermap-nightly").Split('\n')[1]);

        Assert.Equal(0, await RunScriptAsync());
        Assert.Contains("3 of 3 people ranked", (await RankAsync()).Output);

        // The last run stays as it was.
        File.Delete(Path.Combine(Data, "My Mail.csv"));
        Assert.Equal(1, await RunScriptAsync());
        Assert.Contains("3 of 3 people ranked", (await RankAsync()).Output);
    }

    [Fact]
    public async Task Windows_task_is_of_the_form_that_windows_reads()
    {
        var said = await ScheduleAsync("windows", user: @"FIRM\night one");

        var bytes = await File.ReadAllBytesAsync(Path.Combine(Units, "influencermap-nightly.xml"), Cancellation);
        Assert.Equal([0xFF, 0xFE], bytes[..2]);
        var text = Encoding.Unicode.GetString(bytes[2..]);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n<Task version=\"1.2\"", text);
        var task = XDocument.Parse(text).Root!;
        Assert.Equal(
            ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"],
            task.Elements().Select(element => element.Name.LocalName));
        Assert.All(task.DescendantsAndSelf(), element => Assert.Equal(Ns, element.Name.Namespace));
        // Of these alone the order is given.
        var trigger = task.Element(Ns + "Triggers")!.Element(Ns + "CalendarTrigger")!;
        Assert.Equal(
            ["StartBoundary", "Enabled", "ScheduleByDay"],
            trigger.Elements().Select(element => element.Name.LocalName));
        var begins = DateTime.ParseExact(
            trigger.Element(Ns + "StartBoundary")!.Value, "yyyy-MM-ddTHH:mm:ss", null);
        Assert.Equal(new(2, 30, 0), begins.TimeOfDay);
        Assert.True(begins > TimeProvider.System.GetLocalNow().DateTime);
        var principal = task.Element(Ns + "Principals")!.Element(Ns + "Principal")!;
        Assert.Equal(@"FIRM\night one", principal.Element(Ns + "UserId")!.Value);
        Assert.Equal(
            (string?)principal.Attribute("id"), (string?)task.Element(Ns + "Actions")!.Attribute("Context"));
        Assert.Equal(
            Path.Combine(Units, "influencermap-nightly.cmd"), task.Descendants(Ns + "Command").Single().Value);

        var batch = Read("influencermap-nightly.cmd");
        Assert.All(batch.Split('\n')[..^1], line => Assert.EndsWith("\r", line));
        var doubled = Data.Replace("%", "%%");
        Assert.Contains(
            $" import interactions \"{Path.Combine(doubled, "My Mail.csv")}\" --format csv --store "
            + $"\"{Path.Combine(doubled, "firm.db")}\" >> \"%~dp0influencermap-nightly.log\" 2>&1 || exit /b 1\r\n",
            batch);
        Assert.Contains("schtasks /Create /TN \"InfluencerMap nightly\" /XML ", said.Output);
    }

    [Theory]
    [InlineData("systemd")]
    [InlineData("windows")]
    [InlineData("cron")]
    public async Task Connection_of_the_environment_is_written_nowhere(string target)
    {
        _cli.Variables["INFLUENCERMAP_STORE"] = "Server=sql.example.org;Database=map;User ID=a;Password=open sesame";
        _cli.Variables["INFLUENCERMAP_KEY"] = "the key of the customer, 32 bytes";
        var said = await _cli.RunAsync("schedule", "--for", target, "--as-user", "night", "--out", Units);

        var written = Directory.GetFiles(Units);
        Assert.Equal(2, written.Length);
        Assert.All(written.Select(File.ReadAllText).Append(said.Output + said.Error), text =>
        {
            Assert.DoesNotContain("sesame", text);
            Assert.DoesNotContain("sql.example.org", text);
            Assert.DoesNotContain("the key of", text);
        });
        Assert.Contains("Put INFLUENCERMAP_STORE, INFLUENCERMAP_KEY and INFLUENCERMAP_AUDIT_KEY into ", said.Output);
        if (target == "systemd")
            Assert.Contains("\nEnvironmentFile=/etc/influencermap/secrets.env\n", Read(Service));
    }

    [Theory]
    [InlineData("--import 'mail.csv' --nightly '--window-dayz 9'", "--nightly 'nightly --window-dayz 9' is not")]
    [InlineData("--import 'people staff.csv --sheets'", "--import 'import people staff.csv --sheets' is not")]
    [InlineData("--nightly '--webhook https://hooks.example.org/s3cret'", "--nightly holds --webhook, which does not")]
    [InlineData("--import 'mail.csv --store other.db'", "--import names a store: it is that of schedule itself")]
    [InlineData("--at 2:30pm", "--at '2:30pm' is not a time, such as 02:30")]
    [InlineData("--at '02:30 Europe/Rom'", "--at: this machine knows no time zone 'Europe/Rom'.")]
    [InlineData("--import '\"mail.csv\nExecStart=x\"'", "--import holds a line break or another control character.")]
    public async Task What_would_fail_at_night_is_refused_today(string words, string says)
    {
        string[] args = [.. words.Split('\'').SelectMany((part, i) => i % 2 == 1
            ? [part]
            : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        var result = await _cli.TryAsync(
            ["schedule", "--for", "systemd", "--as-user", "night", "--out", Units, .. args]);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(says, result.Error);
        Assert.False(Directory.Exists(Units));
    }

    [Fact]
    public async Task File_that_somebody_changed_is_not_replaced_unasked()
    {
        await ScheduleAsync("systemd");
        await ScheduleAsync("systemd");
        await File.AppendAllTextAsync(
            Path.Combine(Units, "influencermap-nightly.timer"), "RandomizedDelaySec=600\n", Cancellation);
        string[] again = ["schedule", "--for", "systemd", "--as-user", "night", "--out", Units];
        Assert.Equal(2, (await _cli.TryAsync(again)).ExitCode);
        Assert.Contains("RandomizedDelaySec", Read("influencermap-nightly.timer"));
        await _cli.RunAsync([.. again, "--yes"]);
        Assert.DoesNotContain("RandomizedDelaySec", Read("influencermap-nightly.timer"));
    }

    private Task<CliResult> ScheduleAsync(string target, string at = "02:30", string user = "night") => _cli.RunAsync(
        [
            "schedule", "--for", target, "--at", at, "--as-user", user, "--out", Units,
            "--store", Path.Combine(Data, "firm.db"),
            "--import", $"people \"{Path.Combine(Data, "staff.csv")}\"",
            "--import", $"\"{Path.Combine(Data, "My Mail.csv")}\" --format csv", "--nightly", "--preset plain",
        ]);

    private string Read(string file) => File.ReadAllText(Path.Combine(Units, file));

    private static (string, string, string) Commands(string service)
    {
        var commands = Array.FindAll(
            service.Split('\n'), line => line.StartsWith("ExecStart=", StringComparison.Ordinal));
        Assert.Equal(3, commands.Length);
        return (commands[0], commands[1], commands[2]);
    }

    private async Task WriteDataAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(Data, "staff.csv"), "id\na\nb\nc\n", Cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(Data, "My Mail.csv"),
            "from,to,at\n" + string.Concat(Enumerable.Range(1, 20).SelectMany(day => (string[])
                ["a,b", "b,a", "b,c", "c,b"],
                (day, pair) => $"{pair},{TimeProvider.System.GetUtcNow().AddDays(-day):yyyy-MM-dd}T08:00:00Z\n")),
            Cancellation);
    }

    private Task<CliResult> RankAsync() => _cli.RunAsync("rank", "--store", Path.Combine(Data, "firm.db"));

    private async Task<int> RunScriptAsync()
    {
        using var script = Process.Start(new ProcessStartInfo(
            "/bin/sh", [Path.Combine(Units, "influencermap-nightly.sh")])
        {
            WorkingDirectory = "/",
            RedirectStandardError = true,
        })!;
        await script.StandardError.ReadToEndAsync(Cancellation);
        await script.WaitForExitAsync(Cancellation);
        return script.ExitCode;
    }

    private async Task VerifyAsync()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "systemd-analyze"))))
            return;
        using var verify = Process.Start(new ProcessStartInfo(
            "systemd-analyze", ["verify", .. Directory.GetFiles(Units, "influencermap-nightly.*")])
        {
            RedirectStandardError = true,
        })!;
        var said = await verify.StandardError.ReadToEndAsync(Cancellation);
        await verify.WaitForExitAsync(Cancellation);
        Assert.Equal((0, ""), (verify.ExitCode, said));
    }
}
