using System.Buffers.Binary;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>What is deleted at its age is not in the store's files any more.</summary>
public sealed class DeletedRowsTests
{
    private const int RowCount = 20_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_of_deleted_events_are_neither_in_the_file_nor_in_its_log()
    {
        using var file = new SqliteFile();
        await using var store = await file.OpenAsync();
        // Event ids fill 64 bits, so that one is found by its bytes and by nothing else.
        var random = new Random(21);
        var rows = Enumerable.Range(0, RowCount).Select(i => new Interaction(
            random.NextInt64(1L << 60, long.MaxValue), Made.Noon.AddMinutes(3 * i), 1 + i % 2, 2 - i % 2,
            Channel.Mail, RecipientRole.To, 1)).ToArray();
        await store.Interactions.AppendAsync(
            rows.ToAsyncEnumerable(), () => Made.Accounts("a", "b"), null, Cancellation);
        var now = Made.Noon.AddDays(40);
        var (old, kept) = (rows.Where(row => row.At < now.AddDays(-21)).ToArray(),
            rows.Where(row => row.At >= now.AddDays(-21)).ToArray());
        Assert.Equal(rows.Length, Found(file, rows));

        await store.Retention.SetAsync(new("it-IT", null), "legal", now, Cancellation);
        Assert.Equal(old.Length, await store.Retention.DeletePastAsync(now, Cancellation));

        Assert.Equal(0, Found(file, old));
        Assert.Equal(kept.Length, Found(file, kept));
    }

    private static int Found(SqliteFile file, Interaction[] rows)
    {
        var wanted = rows.Select(row => row.EventId).ToHashSet();
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
