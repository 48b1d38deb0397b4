using System.Security.Cryptography;
using InfluencerMap.Collectors;
using InfluencerMap.Collectors.Files;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Takes a file into the store: all of it, or nothing.</summary>
internal static class Import
{
    public static async Task<(PeopleRead Read, PeopleSaved Saved)> PeopleAsync(
        Store store, string path, CsvFormat format, CancellationToken cancellation)
    {
        var read = await PeopleCsv.ReadAsync(path, format, CustomerKey.LoadOrCreate(store.FilePath), cancellation);
        return (read, await store.People.SaveAsync(read.Entries, cancellation));
    }

    public static async Task<(CollectReport Report, AppendResult Appended)> InteractionsAsync(
        Store store, string path, CsvFormat format, InteractionsCsvOptions options, TimeProvider clock,
        CancellationToken cancellation)
    {
        var accounts = new AccountDirectory(await store.Interactions.AccountsAsync(cancellation));
        var file = new InteractionsCsv(path, format, options);
        var appended = await store.Interactions.AppendAsync(
            file.CollectAsync(accounts, cancellation), () => accounts.Added,
            result => DescribeAsync(path, file.Report, result, clock, cancellation), cancellation);
        return (file.Report, appended);
    }

    private static async Task<ImportRecord> DescribeAsync(
        string path, CollectReport report, AppendResult appended, TimeProvider clock, CancellationToken cancellation)
    {
        await using var bytes = File.OpenRead(path);
        return new()
        {
            At = clock.GetUtcNow().UtcDateTime,
            FileName = Path.GetFileName(path),
            Format = "csv",
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation)),
            RowsRead = report.RowsRead,
            RowsStored = appended.Stored,
            RowsAlreadyThere = appended.AlreadyThere,
            RowsToOneself = report.SelfInteractions,
            RowsBad = report.BadRows,
        };
    }
}
