using System.Diagnostics;

namespace InfluencerMap.Tests;

/// <summary>The units of deploy/systemd; those of the night are written by the program itself.</summary>
public sealed class UnitFileTests
{
    private const string Folder = "deploy/systemd";

    public static TheoryData<string> Services => ["influencermap-api.service"];

    [Theory]
    [MemberData(nameof(Services))]
    public void Service_is_no_root_writes_to_its_own_folder_and_has_secrets_in_a_file(string unit)
    {
        var lines = Lines(unit);
        Assert.Superset(
            new HashSet<string>
            {
                "User=influencermap", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=",
                "StateDirectory=influencermap", "UMask=0077",
            },
            lines.ToHashSet());
        Assert.Contains(
            lines, line => line.StartsWith("EnvironmentFile=/etc/influencermap/", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("Environment=", StringComparison.Ordinal));
    }

    [Fact]
    public void Services_start_programs_with_words_that_they_know()
    {
        var api = Command("influencermap-api.service");
        Assert.Equal("/opt/influencermap/api/InfluencerMap.Api", api[0]);
        Assert.Empty(ProductWords.UnknownToApi(api[1..]));
        Assert.Contains("http://127.0.0.1:5080", api);
    }

    [Fact]
    public void Variables_that_the_units_tell_of_are_read() => Assert.All(
        Services.SelectMany(unit => Sources.Text($"{Folder}/{unit.Data}").Split(
                [' ', ',', ';', '\n', '=', '/', '%'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.StartsWith("INFLUENCERMAP_", StringComparison.Ordinal)
                || word.StartsWith("InfluencerMap__", StringComparison.Ordinal)),
        name => Assert.True(ProductWords.KnowsVariable(name), name));

    [Fact]
    public async Task Systemd_itself_finds_nothing_wrong()
    {
        Assert.SkipUnless(
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .Any(folder => File.Exists(Path.Combine(folder, "systemd-analyze"))),
            "systemd-analyze is not installed.");
        var copies = Directory.CreateTempSubdirectory("influencermap-");
        foreach (var path in Directory.GetFiles(Sources.FullPath(Folder)))
        {
            // The programs are not where the units expect them, and systemd looks.
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(
                Path.Combine(copies.FullName, Path.GetFileName(path)), text.Replace("=/opt/", "=/bin/true /opt/"),
                TestContext.Current.CancellationToken);
        }
        using var verify = Process.Start(new ProcessStartInfo(
            "systemd-analyze", ["verify", .. copies.GetFiles().Select(file => file.FullName)])
        {
            RedirectStandardError = true,
        })!;
        var said = await verify.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verify.WaitForExitAsync(TestContext.Current.CancellationToken);
        copies.Delete(recursive: true);
        Assert.Equal((0, ""), (verify.ExitCode, said));
    }

    private static string[] Lines(string unit) =>
        [.. Sources.Text($"{Folder}/{unit}").Split('\n').Where(line => !line.StartsWith('#'))];

    private static string[] Command(string unit) =>
        Lines(unit).Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal))["ExecStart=".Length..]
            .Split(' ');
}
