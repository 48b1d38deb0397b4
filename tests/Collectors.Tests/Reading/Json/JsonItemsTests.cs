using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Reading;

/// <summary>Arrays of any size, and what is none.</summary>
public sealed class JsonItemsTests
{
    [Theory]
    [InlineData("[1,2,3]")]
    [InlineData("\uFEFF [1 , 2,\r\n3 ] ")]
    [InlineData("""{"a":[9,9],"b":{"items":[8]},"items":[1,2,3],"c":[7]}""")]
    public void Items_come_from_the_array_and_from_no_other(string json) => Assert.Equal(3, CountOf(json, out _));

    [Theory]
    [InlineData("[1,2,[3,")]
    [InlineData("[1,2,\"thr")]
    [InlineData("[1,2")]
    public void What_is_cut_off_gives_what_was_whole_before(string json)
    {
        Assert.InRange(CountOf(json, out var isCutOff), 1, 2);
        Assert.True(isCutOff);
    }

    [Theory]
    [InlineData("{}", "array items")]
    [InlineData("17", "array items")]
    [InlineData("[1,oops,3]", "line 1: expected JSON")]
    [InlineData("[1,\n\n\u0000]", "line 3: expected JSON")]
    public void What_is_no_array_is_refused_without_repeating_it(string json, string part)
    {
        var refusal = Assert.Throws<InputException>(() => CountOf(json + new string(' ', 5000), out _)).Message;
        Assert.StartsWith("made.json", refusal, StringComparison.Ordinal);
        Assert.Contains(part, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("oops", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_and_endless_items_are_refused()
    {
        Assert.Contains("64 deep", Refusal(new string('[', 5000)), StringComparison.Ordinal);
        var endless = "[\"" + new string('x', JsonItems.ItemBytesMax + 1);
        Assert.Contains("16 MiB", Refusal(endless), StringComparison.Ordinal);

        static string Refusal(string json) => Assert.Throws<InputException>(() => CountOf(json, out _)).Message;
    }

    [Fact]
    public void Reading_on_allocates_nothing_whatever_the_texts()
    {
        const int Count = 20_000;
        var item = $$"""{"text":"{{new string('x', 1000)}}","id":1},""";
        var json = Encoding.UTF8.GetBytes("[" + string.Concat(Enumerable.Repeat(item, Count)) + "0]");
        using var items = new JsonItems(new MemoryStream(json), "made.json");
        Assert.True(items.Next(out _));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = 1;
        while (items.Next(out _))
            count++;
        Assert.Equal(Count + 1, count);
        // The runtime hands out memory by 8 KB, and may do so for its own ends: a byte an item would be more.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Count);
    }

    private static int CountOf(string json, out bool isCutOff)
    {
        using var items = new JsonItems(new MemoryStream(Encoding.UTF8.GetBytes(json)), "made.json", "items");
        var count = 0;
        while (items.Next(out _))
            count++;
        isCutOff = items.IsCutOff;
        return count;
    }
}
