using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Tests.Sources;

/// <summary>What rows are taken to say.</summary>
public sealed class Meaning : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Rows_say_channel_role_and_audience_or_take_the_defaults()
    {
        var read = await ReadAsync(
            "from,to,at,role,channel,audience",
            "a,b,2024-01-02,,,",
            "a,b,2024-01-02,CC,Channel Post,12",
            "a,b,2024-01-02,bcc,channelpost,1");
        Assert.Equal([RecipientRole.To, RecipientRole.Cc, RecipientRole.Bcc], read.Interactions.Select(i => i.Role));
        Assert.Equal(
            [Channel.Mail, Channel.ChannelPost, Channel.ChannelPost], read.Interactions.Select(i => i.Channel));
        Assert.Equal([1, 12, 1], read.Interactions.Select(i => i.AudienceSize));
    }

    [Theory]
    [InlineData("mail", Channel.Mail)]
    [InlineData("meeting", Channel.Meeting)]
    [InlineData("chat", Channel.Chat)]
    [InlineData("call", Channel.Call)]
    [InlineData("reaction", Channel.Reaction)]
    [InlineData("mention", Channel.Mention)]
    [InlineData("social", Channel.Social)]
    public async Task Every_channel_has_a_name(string name, Channel channel)
    {
        var stated = await ReadAsync("from,to,at,channel", $"a,b,2024-01-02,{name}");
        Assert.Equal(channel, stated.Interactions[0].Channel);
        var path = _scratch.Write("b.csv", "from,to,at\na,b,2024-01-02\n");
        var assumed = await Scratch.CollectAsync(path, null, new() { Channel = channel });
        Assert.Equal(channel, assumed.Interactions[0].Channel);
    }

    [Fact]
    public async Task Several_recipients_in_one_cell_are_one_event()
    {
        var read = await ReadAsync("from,to,at", "a,B; c;a,2024-01-02");
        Assert.Equal(["a>b", "a>c"], read.Pairs());
        Assert.Single(read.Interactions.Select(i => i.EventId).Distinct());
        Assert.Equal((1, 2, 1), (read.Report.RowsRead, read.Report.InteractionsGiven, read.Report.SelfInteractions));
    }

    [Fact]
    public async Task Interactions_with_oneself_are_dropped_in_any_spelling()
    {
        var read = await ReadAsync(
            "from,to,at", "Ada@X.example, ada@x.EXAMPLE ,2024-01-02", "É@x.example,é@x.example,2024-01-02");
        Assert.Empty(read.Interactions);
        Assert.Equal(2, read.Report.SelfInteractions);
    }

    [Fact]
    public async Task Who_pressed_send_for_somebody_is_told_beside_the_event()
    {
        var read = await ReadAsync(
            "from,to,at,sender", "boss,b,2024-01-02,assistant", "boss,b,2024-01-02,BOSS", "boss,b,2024-01-02,");
        Assert.Equal(["boss>b", "assistant>boss", "boss>b", "boss>b"], read.Pairs());
        Assert.Equal(RecipientRole.SentFor, read.Interactions[1].Role);
        Assert.Single(read.Interactions.Select(i => i.EventId).Distinct());
        Assert.Equal(1, read.Report.DelegatedRows);
    }

    [Fact]
    public async Task Who_pressed_send_is_told_once_for_all_rows_of_an_event()
    {
        var read = await ReadAsync(
            "from,to,at,sender", "boss,b,2024-01-02,assistant", "boss,c,2024-01-02,assistant");
        Assert.Equal(["boss>b", "assistant>boss", "boss>c"], read.Pairs());
    }

    [Fact]
    public async Task A_weight_of_n_is_n_events_and_none_for_0()
    {
        var read = await ReadAsync(
            "from,to,at,weight", "a,b,2024-01-02,3", "a,c,2024-01-02,0", "a,d,2024-01-02,", "a,a,2024-01-02,2");
        Assert.Equal(["a>b", "a>b", "a>b", "a>d"], read.Pairs());
        Assert.Equal(4, read.Interactions.Select(i => i.EventId).Distinct().Count());
        Assert.Equal(
            (1, 2, 4), (read.Report.WeightZeroRows, read.Report.SelfInteractions, read.Report.InteractionsGiven));
    }

    [Fact]
    public async Task Rows_of_one_sender_instant_and_channel_are_one_event_where_nothing_names_it()
    {
        var read = await ReadAsync(
            "from,to,at,channel",
            "a,b,1262454010,mail",
            "a,c,2010-01-02T17:40:10Z,",
            "a,b,1262454011,mail",
            "d,b,1262454010,mail",
            "a,b,1262454010,chat");
        var ids = read.Interactions.Select(i => i.EventId).ToArray();
        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_meeting_bears_its_minutes_and_is_dropped_over_eight_hours()
    {
        var read = await ReadAsync(
            "from,to,at,channel,minutes",
            "a,b,2024-01-02,meeting,45", "a,c,2024-01-02,meeting,", "a,d,2024-01-02,meeting,480",
            "a,e,2024-01-02,meeting,481", "a,f,2024-01-02,chat,9999", "a,g,2024-01-02,chat,long");
        Assert.Equal(["a>b 45", "a>c 0", "a>d 480", "a>f 0", "a>g 0"],
            read.Pairs().Zip(read.Interactions, (pair, i) => $"{pair} {i.Minutes}"));
        Assert.Equal([new("meetings of more than 8 hours", 1)], read.Report.Dropped);
    }

    [Fact]
    public async Task A_series_is_one_event_a_week_of_its_organiser()
    {
        // 2024-01-07 is a Sunday, and 2024-12-30 the Monday of the week that 2025 begins in.
        var read = await ReadAsync(
            "from,to,at,channel,message,series",
            "a,b,2024-01-01T09:00:00Z,meeting,m1,s", "a,b,2024-01-03,meeting,m2,s",
            "a,c,2024-01-07T23:00:00Z,meeting,,s", "a,b,2024-01-08,meeting,m3,s",
            "a,b,2024-12-30,meeting,,s", "a,b,2025-01-03,meeting,,s",
            "a,b,2024-01-03,meeting,m2,", "a,b,2024-01-03,chat,m2,s", "d,b,2024-01-03,meeting,,s");
        var ids = read.Interactions.Select(i => i.EventId).ToArray();
        Assert.Equal([0, 0, 0, 3, 4, 4, 6, 7, 8], ids.Select(id => Array.IndexOf(ids, id)));
    }

    [Fact]
    public async Task A_standing_meeting_counts_once_a_week()
    {
        var rows = from day in Enumerable.Range(0, 28)
                   select $"a,b,{new DateTime(2024, 1, 1).AddDays(day):yyyy-MM-dd}T09:00:00Z,meeting,15,daily";
        var read = await ReadAsync(["from,to,at,channel,minutes,series", .. rows]);
        var people = new PersonIndex(
            read.Accounts.Added.Select(a => new Person { Id = new(a.Id.Value), Key = a.Handle }));
        var clean = Hygiene.Clean(
            [.. read.Interactions.Select(Samples.BetweenPeople)], people, Period.Before(new(2024, 2, 1), 31),
            InfluenceOptions.Default.Cleaning);
        Assert.Equal([1, 8, 15, 22], clean.Kept.Select(i => i.At.Day));
        Assert.Equal(24, clean.Counts.Single(count => count.Rule == "series").Count);
    }

    [Fact]
    public async Task A_message_id_names_the_event()
    {
        var read = await ReadAsync(
            "from,to,at,message",
            "a,b,2024-01-02,m1",
            "a,c,2024-01-03,m1",
            "a,b,2024-01-02,m2",
            "a,b,2024-01-02,",
            "a,c,2024-01-02,");
        var ids = read.Interactions.Select(i => i.EventId).ToArray();
        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(ids[3], ids[4]);
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public async Task Event_ids_depend_on_neither_store_nor_order_nor_process()
    {
        string[] rows =
        [
            "ada@x.example,b,2024-01-02T03:04:05Z,m1",
            "ada@x.example,c,2024-01-02T03:04:05Z,",
            "é,c,2024-01-02T03:04:05Z,",
        ];
        var there = await ReadAsync(["from,to,at,message", .. rows]);
        var path = _scratch.Write("b.csv", "message,at,to,from\n" + string.Concat(
            rows.Reverse().Select(r => string.Join(',', r.Split(',').Reverse()) + "\n")));
        var back = await Scratch.CollectAsync(
            path, known: [new Account(new(17), "b"), new Account(new(4), "ada@x.example")]);
        Assert.Equal(there.Interactions.Select(i => i.EventId), back.Interactions.Reverse().Select(i => i.EventId));
        Assert.Equal([4, 4, 18], back.Interactions.Reverse().Select(i => i.Source.Value));
        Assert.Equal([PinnedMessage, PinnedInstant], there.Interactions.Take(2).Select(i => i.EventId));
    }

    // Stores hold these numbers: a change here makes every file that was imported once count twice.
    private const long PinnedMessage = 2742929301409937572;
    private const long PinnedInstant = 6805808229408377170;

    [Fact]
    public async Task Rows_without_an_instant_of_their_own_are_events_by_themselves()
    {
        var path = _scratch.Write("a.csv", "from,to\na,b\na,c\na,b\n");
        var read = await Scratch.CollectAsync(path, null, new() { At = new(2010, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        Assert.Equal(2, read.Interactions.Select(i => i.EventId).Distinct().Count());
        Assert.All(read.Interactions, i => Assert.Equal(1, i.AudienceSize));
    }

    [Theory]
    [InlineData("role", "reply", "to, cc or bcc")]
    [InlineData(
        "channel", "pigeon", "mail, meeting, chat, channel post, call, reaction, mention, social or nomination")]
    [InlineData("audience", "0", "a whole number 1 … 100000")]
    [InlineData("audience", "1.5", "a whole number 1 … 100000")]
    [InlineData("weight", "-1", "a whole number 0 … 100000")]
    [InlineData("weight", "100001", "a whole number 0 … 100000")]
    public async Task Cells_that_say_nothing_we_know_are_bad_rows(string column, string cell, string expected)
    {
        var path = _scratch.Write("a.csv", $"from,to,at,{column}\na,b,2024-01-02,{cell}\n");
        Assert.StartsWith(
            $"a.csv, line 2, column 4 ({column}): expected {expected}. ", await Scratch.RefusalAsync(path));
    }

    private Task<Collected> ReadAsync(params string[] lines) =>
        Scratch.CollectAsync(_scratch.Write("a.csv", string.Join('\n', lines)));
}
