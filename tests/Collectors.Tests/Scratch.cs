using System.IO.Compression;
using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Tests;

/// <summary>A folder of made files, removed with the test.</summary>
public sealed class Scratch : IDisposable
{
    public static readonly byte[] CustomerKey = Encoding.ASCII.GetBytes("a customer key of thirty-two byte");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("collectors-");

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public static async Task<Collected> CollectAsync(
        string path,
        CsvFormat? format = null,
        InteractionsCsvOptions? options = null,
        IEnumerable<Account>? known = null)
    {
        var accounts = new AccountDirectory(known ?? []);
        var csv = new InteractionFiles(
            path, "csv", format, (options ?? InteractionsCsvOptions.Default) with { AllowPartial = true });
        var interactions = await csv.CollectAsync(accounts, TestContext.Current.CancellationToken)
            .ToArrayAsync(TestContext.Current.CancellationToken);
        return new(interactions, accounts, csv.Report);
    }

    public static Task<PeopleRead> PeopleAsync(string path, CsvFormat? format = null) =>
        PeopleCsv.ReadAsync(path, format ?? CsvFormat.Default, CustomerKey, null,
            TestContext.Current.CancellationToken);

    public static async Task<string> PeopleRefusalAsync(string path, CsvFormat? format = null) =>
        (await Assert.ThrowsAsync<InputException>(() => PeopleAsync(path, format))).Message;

    public static async Task<string> RefusalAsync(
        string path, CsvFormat? format = null, InteractionsCsvOptions? options = null) =>
        (await Assert.ThrowsAsync<InputException>(() => CollectAsync(path, format, options))).Message;

    public void Dispose() => _folder.Delete(recursive: true);
}

public sealed record Collected(Interaction<AccountId>[] Interactions, AccountDirectory Accounts, CollectReport Report)
{
    public string HandleOf(int account) => Accounts.Added.Single(a => a.Id.Value == account).Handle;

    public string Format { get; init; } = "";

    public DateTime? First => Interactions.Select(i => (DateTime?)i.At).Min();

    public DateTime? Last => Interactions.Select(i => (DateTime?)i.At).Max();

    public string[] Events() => [.. Interactions.Select(i =>
        $"{i.At:u} {HandleOf(i.Source.Value)}>{HandleOf(i.Target.Value)}"
        + (i.Role == RecipientRole.To ? "" : $" {i.Role.ToString().ToLowerInvariant()}"))];

    public string[] Pairs() => [.. Interactions.Select(i => $"{HandleOf(i.Source.Value)}>{HandleOf(i.Target.Value)}")];
}
