namespace InfluencerMap.Tests;

/// <summary>The examples of docs/data.md are files that can be read.</summary>
public sealed class DocumentedExamples : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task People_of_the_example_are_read()
    {
        var people = (await Scratch.PeopleAsync(Example("id,"))).Entries;
        Assert.Equal(["e1", "e7", "info@example.com"], people.Select(p => p.SourceId));
        Assert.Equal(["ben@example.com", "b.example@example.com", "ben"], people[1].Handles);
    }

    [Fact]
    public async Task Interactions_of_the_example_are_read()
    {
        var read = await Scratch.CollectAsync(Example("from,"));
        Assert.Equal(6, read.Interactions.Length);
        Assert.Equal(3, read.Interactions.Select(i => i.EventId).Distinct().Count());
        Assert.Equal([0, 0, 0, 0, 15, 15], read.Interactions.Select(i => i.Minutes));
    }

    private string Example(string beginning)
    {
        var page = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "data.md"));
        var block = page.Split("```").Single(part => part.TrimStart().StartsWith(beginning, StringComparison.Ordinal));
        return _scratch.Write("example.csv", block.Trim() + "\n");
    }
}
