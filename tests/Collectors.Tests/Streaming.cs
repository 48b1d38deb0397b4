using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests;

/// <summary>Allocations are counted for the whole process: these tests run alone.</summary>
[CollectionDefinition(nameof(Streaming), DisableParallelization = true)]
[Collection(nameof(Streaming))]
public sealed class Streaming : IDisposable
{
    private const int RowCount = 200_000;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Memory_does_not_grow_with_the_file_and_unread_cells_become_no_strings()
    {
        var body = new string('x', 200);
        var path = Write(i =>
            $"p{i % 500}@x.example,p{i * 7 % 499}@x.example,2024-01-02T{i % 24:00}:00:00Z,<m{i}@x.example>,{body}");
        await CountAsync(path);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.InRange(await CountAsync(path), RowCount * 0.99, RowCount);
        var bytesPerRow = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)RowCount;
        Assert.InRange(bytesPerRow, 0, 60);
    }

    [Fact]
    public async Task A_reader_that_stops_early_lets_go_of_the_file()
    {
        var path = Write(i => $"a,b{i},2024-01-02,,");
        var files = new InteractionFiles(path, "csv");
        await foreach (var _ in files.CollectAsync(new([]), TestContext.Current.CancellationToken))
            break;
        await using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public async Task A_cancelled_reading_ends_as_cancelled()
    {
        var path = Write(i => $"a,b{i},2024-01-02,,");
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new InteractionFiles(path, "csv").CollectAsync(new([]), stop.Token))
                await stop.CancelAsync();
        });
    }

    [Fact]
    public async Task Order_is_that_of_the_file()
    {
        var path = Write(i => $"a,b{i},2024-01-02,,");
        var next = 2;
        var csv = new InteractionFiles(path, "csv");
        await foreach (var interaction in csv.CollectAsync(new([]), TestContext.Current.CancellationToken))
            Assert.Equal(next++, interaction.Target.Value);
        Assert.Equal(RowCount + 2, next);
    }

    private static async Task<long> CountAsync(string path)
    {
        var count = 0L;
        await foreach (var _ in new InteractionFiles(path, "csv").CollectAsync(new AccountDirectory([])))
            count++;
        return count;
    }

    private string Write(Func<int, string> row)
    {
        var text = new StringBuilder("from,to,at,message,body\n");
        for (var i = 0; i < RowCount; i++)
            text.Append(row(i)).Append('\n');
        return _scratch.Write("a.csv", text.ToString());
    }
}
