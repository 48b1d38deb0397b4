using System.Reflection;

namespace InfluencerMap.Cli.Tests;

/// <summary>Commands that read make nothing: neither store nor audit nor key.</summary>
public sealed class ReadingCommandTests : IDisposable
{
    private readonly CliProcess _cli = new();

    /// <summary>Every command that only reads a store. A new command is put here or below.</summary>
    public static TheoryData<string> Reading =>
    [
        "rank", "broadcasts", "runs list", "runs show", "runs diff a b", "explain E1", "hygiene",
        "cohort --size 2", "cohort list", "cohort show 1", "what-if --leave E1", "fragility", "audit list",
        "audit verify", "access E1", "consent list",
        "consent E1", "keys list", "retention", "agreement list", "identities log", "identities review", "doctor",
        "backup kept.zip", "mapping list",
    ];

    /// <summary>Commands that write to a store, which must be there all the same.</summary>
    public static TheoryData<string> Writing =>
    [
        "erase E1 --yes", "keys create --role Hr.Read", "keys revoke x", "keys rotate --history keep",
        "keys rotate --audit", "consent E1 --state excluded", "agreement withdraw 1", "identities merge E1 E2",
        "identities split E1", "identities dismiss E1 E2", "identities undo 1",
        "mapping remove x",
    ];

    /// <summary>Commands that make a store, need a file besides or none, or run until they are ended.</summary>
    private static readonly string[] Others =
    [
        "import people", "import everyone", "import interactions", "collect", "nightly", "demo", "measure",
        "consent import", "identities map", "identities domain", "agreement record", "restore",
        "schedule", "serve",
    ];

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Every_command_says_whether_it_reads_or_writes()
    {
        var created = typeof(CliCommand).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Command", StringComparison.Ordinal))
            .Select(type => type.GetMethod("Create", []))
            .OfType<MethodInfo>().Select(create => (CliCommand)create.Invoke(null, null)!).ToArray();
        var inGroups = created
            .SelectMany(command => command.Subcommands.Select(child => (command.Name, Child: child.Name))).ToArray();

        string[] commands =
        [
            .. inGroups.Select(one => $"{one.Name} {one.Child}"),
            .. created
                .Where(one => one.Subcommands.Count == 0 && inGroups.All(other => other.Child != one.Name))
                .Select(one => one.Name),
        ];

        var listed = Reading.Concat(Writing).Select(row => row.Data).Concat(Others).ToArray();
        Assert.True(commands.Length > 30);
        Assert.All(commands, command => Assert.Contains(
            listed, words => words == command || words.StartsWith(command + " ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Reading))]
    [MemberData(nameof(Writing))]
    public async Task A_store_that_is_not_there_is_told_in_one_line_and_nothing_is_made(string words)
    {
        var result = await _cli.TryAsync([.. words.Split(' '), "--store", _cli.StorePath]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"There is no store at {_cli.StorePath}.", result.Error + result.Output);
        if (words != "doctor")
            Assert.Single(result.ErrorLines);
        Assert.Empty(Directory.GetFileSystemEntries(_cli.Folder));
    }
}
