namespace InfluencerMap.Tests.Sources;

public sealed class MessageTraceTests
{
    [Fact]
    public void Delivered_rows_give_interactions_and_the_others_are_counted()
    {
        var read = Samples.Give(
            "message-trace/trace.csv", "message-trace",
            "2026-11-20 08:01:02Z ada.made@made.example>ben.made@made.example",
            "2026-11-20 08:01:02Z ada.made@made.example>cleo.made@made.example",
            "2026-11-20 13:31:00Z ben.made@made.example>ada.made@made.example");
        Assert.Equal(read.Interactions[0].EventId, read.Interactions[1].EventId);
        Assert.Equal(
            new SortedDictionary<string, long>
            {
                ["mail from no address, such as bounces"] = 1,
                ["recipients whom the mail did not reach"] = 1,
                ["rows of a list: its members have rows of their own"] = 1,
            },
            read.Report.Dropped);
    }

    /// <summary>As Windows PowerShell writes it, and as somebody puts two exports into one file.</summary>
    [Fact]
    public void The_type_before_the_header_and_a_second_header_are_no_rows()
    {
        using var scratch = new Scratch();
        var whole = File.ReadAllText(Samples.PathOf("message-trace/trace.csv"));
        const string type = "#TYPE Deserialized.Microsoft.Exchange.Management.MessageTrace\r\n";
        var read = Samples.Read(scratch.Write("two.csv", type + whole + whole));
        Assert.Equal("message-trace", read.Format);
        Assert.Equal(Samples.Read("message-trace/trace.csv").Events(), read.Events()[..3]);
        Assert.Equal(3, read.Interactions.Distinct().Count());
        Assert.Equal(1, read.Report.Dropped["header rows that come again"]);
    }

    [Fact]
    public void Historical_search_gives_the_same_mail_from_one_cell_of_recipients()
    {
        var read = Samples.Give(
            "message-trace/historical-search.csv", "message-trace",
            "2026-11-20 08:01:02Z ada.made@made.example>ben.made@made.example",
            "2026-11-20 08:01:02Z ada.made@made.example>dan.made@made.example",
            "2026-11-20 13:31:00Z ben.made@made.example>ada.made@made.example");
        Assert.Equal(
            Samples.Read("message-trace/trace.csv").Interactions[0].EventId, read.Interactions[0].EventId);
    }
}
