using System.Buffers.Binary;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>What is deleted at its age is not in the store's files any more.</summary>
public sealed class DeletedRowsTests
{
    private const int RowCount = 20_000;
    private const int PeopleCount = 3_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_of_deleted_events_are_neither_in_the_file_nor_in_its_log()
    {
        using var file = new SqliteFile();
        await using var store = await file.OpenAsync();
        // Event ids fill 64 bits, so that one is found by its bytes and by nothing else.
        var random = new Random(21);
        var rows = Enumerable.Range(0, RowCount).Select(i => new Interaction<AccountId>(
            random.NextInt64(1L << 60, long.MaxValue), Made.Noon.AddMinutes(3 * i), new(1 + i % 2), new(2 - i % 2),
            Channel.Mail, RecipientRole.To, 1)).ToArray();
        await store.Interactions.AppendAsync(
            rows.ToAsyncEnumerable(), () => Made.Accounts("a", "b"), null, Cancellation);
        var now = Made.Noon.AddDays(40);
        var (old, kept) = (rows.Where(row => row.At < now.AddDays(-21)).ToArray(),
            rows.Where(row => row.At >= now.AddDays(-21)).ToArray());
        Assert.Equal(rows.Length, Found(file, Ids(rows)));

        await store.Retention.SetAsync(new("it-IT", null), "legal", now, Cancellation);
        Assert.Equal(new(old.Length, 0), await store.Retention.DeletePastAsync(now, Cancellation));

        Assert.Equal(0, Found(file, Ids(old)));
        Assert.Equal(kept.Length, Found(file, Ids(kept)));
    }

    [Fact]
    public async Task Places_and_ties_of_runs_past_their_age_are_neither_in_the_file_nor_in_its_log()
    {
        using var file = new SqliteFile();
        await using var store = await file.OpenAsync();
        await store.People.SaveAsync(
            [.. Enumerable.Range(1, PeopleCount).Select(i => Made.Entry($"{i}"))], Cancellation);
        var random = new Random(22);
        double[] old = await PublishAsync("old", 1), kept = await PublishAsync("kept", 20);
        Assert.Equal(old.Length, Found(file, Bits(old)));

        await store.Retention.SetAsync(new("it-IT", null), "legal", Made.Noon, Cancellation);
        await store.Retention.DeletePastAsync(Made.March.From.AddDays(30), Cancellation);

        Assert.Equal(0, Found(file, Bits(old)));
        Assert.Equal(kept.Length, Found(file, Bits(kept)));

        async Task<double[]> PublishAsync(string id, int days)
        {
            // Found by their bytes, as random numbers are.
            var ties = Enumerable.Range(1, PeopleCount - 1)
                .Select(i => new PersonTie(new(i), new(i + 1), random.NextDouble())).ToArray();
            var people = Enumerable.Range(1, PeopleCount)
                .Select(i => Made.Ranked(i, i) with { Score = random.NextDouble() }).ToArray();
            var run = Made.Run(id) with
            {
                Period = new(Made.March.From, Made.March.From.AddDays(days)),
            };
            await store.Rankings.SaveAsync(run, people, ties, [], Cancellation);
            return [.. ties.Select(tie => tie.Strength), .. people.Select(person => person.Score)];
        }
    }

    private static IEnumerable<long> Ids(Interaction<AccountId>[] rows) => rows.Select(row => row.EventId);

    private static IEnumerable<long> Bits(double[] numbers) => numbers.Select(BitConverter.DoubleToInt64Bits);

    private static int Found(SqliteFile file, IEnumerable<long> numbers)
    {
        var wanted = numbers.ToHashSet();
        var found = new HashSet<long>();
        foreach (var path in (string[])[file.Path, file.Path + "-wal", file.Path + "-shm"])
        {
            using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            for (var i = 0; i + 8 <= bytes.Length; i++)
                if (BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(i)) is var id && wanted.Contains(id))
                    found.Add(id);
        }
        return found.Count;
    }
}
