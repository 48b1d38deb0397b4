using System.Text;

namespace InfluencerMap.Cli.Tests;

/// <summary>Secrets come from the environment or from files, and are shown and written nowhere.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Key = "secret-key-of-the-customer-0123456789";
    private const string AuditKey = "secret-key-of-the-audit-0123456789";
    private const string Hook = "http://127.0.0.1:1/secret-path";

    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_secret_is_in_any_file_or_line_of_a_night(bool fromFiles)
    {
        using var vault = new Vault();
        Give("INFLUENCERMAP_KEY", Key);
        Give("INFLUENCERMAP_AUDIT_KEY", AuditKey);
        Give("INFLUENCERMAP_STORE", $"Data Source={_cli.StorePath}");
        Give("INFLUENCERMAP_WEBHOOK", Hook);
        var people = _cli.Write("people.csv", "id,manager\nana,\nben,ana\ncleo,ana\n");
        var mails = _cli.Write(
            "mail.csv",
            "from,to,at\nana,ben,2026-03-02T09:00:00Z\nben,cleo,2026-03-02T10:00:00Z\nben,ana,2026-03-02T11:00:00Z\n");

        CliResult[] results =
        [
            await _cli.RunAsync("import", "people", people), await _cli.RunAsync("import", "interactions", mails),
            await _cli.RunAsync("nightly", "--as-of", "2026-03-03", "--preset", "plain"), await _cli.RunAsync("rank"),
            await _cli.RunAsync("consent", "ben", "--state", "excluded"), await _cli.RunAsync("audit", "verify"),
            await _cli.TryAsync("doctor"), await _cli.RunAsync("nightly", "--help"),
        ];

        string[] secrets = [Key, AuditKey, Hook, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Key))];
        foreach (var result in results)
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, result.Output + result.Error));
        var files = Directory.GetFiles(_cli.Folder, "*", SearchOption.AllDirectories);
        Assert.DoesNotContain(files, file => file.EndsWith(".key", StringComparison.Ordinal));
        foreach (var file in files)
            Assert.All(secrets, secret => Assert.Equal(
                -1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret))));
        Assert.Contains(files, file => file.EndsWith("company.audit.db", StringComparison.Ordinal));

        void Give(string name, string secret) =>
            _cli.Variables[fromFiles ? name + "_FILE" : name] = fromFiles ? vault.Write(name, secret) : secret;
    }

    [Fact]
    public async Task The_key_of_a_file_is_the_key_of_the_variable()
    {
        using var vault = new Vault();
        var people = _cli.Write("people.csv", "id\nana\n");
        _cli.Variables["INFLUENCERMAP_KEY"] = Key;
        await _cli.RunAsync("import", "people", people, "--store", _cli.StorePath);
        _cli.Variables.Clear();
        _cli.Variables["INFLUENCERMAP_KEY_FILE"] = vault.Write("key", Key);

        var again = await _cli.RunAsync("import", "people", people, "--store", _cli.StorePath);

        Assert.Contains("1 as before", again.Output + again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "The file that INFLUENCERMAP_KEY_FILE names cannot be read")]
    [InlineData("empty", "The file that INFLUENCERMAP_KEY_FILE names cannot be read")]
    [InlineData("both", "Both INFLUENCERMAP_KEY and INFLUENCERMAP_KEY_FILE are set.")]
    [InlineData("short", "The environment variable INFLUENCERMAP_KEY holds 5 bytes; a key has at least 16.")]
    public async Task Nothing_starts_with_a_key_that_is_not_there(string wrong, string message)
    {
        using var vault = new Vault();
        var path = vault.Write("key", wrong switch { "empty" => " \n", "short" => "short\n", _ => Key });
        _cli.Variables["INFLUENCERMAP_KEY_FILE"] = wrong == "none" ? path + ".none" : path;
        if (wrong == "both")
            _cli.Variables["INFLUENCERMAP_KEY"] = Key;

        var result = await _cli.TryAsync(
            "import", "people", _cli.Write("people.csv", "id\nana\n"), "--store", _cli.StorePath);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(message, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rank", "--store", "Server=here;Database=company;User ID=night;Password=open")]
    [InlineData("nightly", "--store=Server=here;Database=company;UID=night;pwd=open")]
    public async Task A_password_among_the_arguments_is_refused(params string[] args)
    {
        var result = await _cli.TryAsync(args);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("--store holds a password", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("open", result.Error, StringComparison.Ordinal);
    }

    /// <summary>A folder apart from the one where the program works.</summary>
    private sealed class Vault : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("influencermap-");

        public string Write(string name, string secret)
        {
            var path = Path.Combine(_folder.FullName, name);
            File.WriteAllText(path, secret + "\n");
            return path;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
