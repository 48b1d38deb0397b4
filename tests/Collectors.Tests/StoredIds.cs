using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;
using InfluencerMap.Tests.Microsoft365;

namespace InfluencerMap.Tests;

/// <summary>
/// Ids that stores of earlier versions hold: a source that is read again must give the same ids, or every event of it
/// would be stored twice.
/// </summary>
public sealed class StoredIds
{
    private static InteractionsCsvOptions Options { get; } = new() { Mentions = true, Owner = "ada.made@made.example" };

    /// <summary>The first id of each channel, and one number over all ids.</summary>
    [Theory]
    [InlineData("slack/export",
        "Chat -3991231889361943804, ChannelPost -5580802891763214337, Reaction "
        + "2479420670760960415, Mention 7461846737080929609, 8 in all 8828895569399416008")]
    [InlineData("yammer/export",
        "Chat 4581772882835496484, ChannelPost 1086977121556529089, Mention "
        + "-8710982195252109711, 3 in all -5216203974691389548")]
    [InlineData("yammer/user-export", "Reaction -458858727239947705, 1 in all -458858727239947705")]
    [InlineData("activitystreams/archive",
        "Reaction -8709083093843672028, Mention -1256387592755822660, Social "
        + "1159155576777751768, 5 in all 1616088214043594345")]
    [InlineData("x-archive/archive",
        "Mention -4328281755472296714, Social -49850112437665885, 3 in all "
        + "-3824522981496749882")]
    [InlineData("linkedin/Connections.csv", "Social 4833143002379450980, 3 in all -567591941288104398")]
    [InlineData("teams-export/messages.json",
        "Chat -954978117968032940, ChannelPost 7575899248496572995, Reaction "
        + "4786410700444650484, Mention -5463288018490576324, 4 in all 7916768623621736671")]
    [InlineData("teams-export/items.csv", "Chat -8700076670696710631, 2 in all 3744790942294610369")]
    [InlineData("viva-p2p/p2p.csv", "Mail -4627088251085035594, 8 in all 8125157468830985955")]
    [InlineData("nominations/answers.csv", "Nomination -7752921760077372354, 4 in all -8712034243609709797")]
    [InlineData("edges/temporal.edges", "Mail -3192769523716724898, 2 in all -7155595048141067689")]
    [InlineData("edges/out.made", "Mail 1260347544922256854, 3 in all -1158395670138810031")]
    [InlineData("csv",
        "Mail 3935985605643114358, Meeting -2262907826773244131, Chat 2613118152207691624, 3 "
        + "in all -989579970548023549")]
    [InlineData("jsonl",
        "Meeting -2262907826773244131, Chat -8494099168674852008, Reaction "
        + "2868416652243384705, 3 in all 5568917689285684676")]
    [InlineData("mbox",
        "Mail 2919745039690711811, ChannelPost 7076553807827198261, 15 in all "
        + "1223405597703442124")]
    [InlineData("maildir", "Mail -6538832871964384108, 3 in all 1994756917135592837")]
    [InlineData("eml", "Mail 4437535549464455027, 2 in all -4574971744642250406")]
    [InlineData("message-trace", "Mail -838114227014414343, 2 in all -3794318961353790466")]
    [InlineData("exchange-tracking", "Mail -7689553763476563922, 2 in all -1726377684493862785")]
    public void Files_give_the_ids_that_stores_hold(string sample, string expected) =>
        Assert.Equal(expected, InWords(Samples.Read(sample, options: Options).Interactions));

    [Fact]
    public void Rows_with_weights_series_and_slices_give_the_ids_that_stores_hold()
    {
        using var scratch = new Scratch();
        var rows = scratch.Write("rows.csv",
            "from,to,at,channel,weight,series,message\n"
            + "a@made.example,b@made.example,2026-03-02T09:00:00Z,mail,4,,\n"
            + "a@made.example,b@made.example,2026-03-02T09:00:00Z,meeting,1,weekly,\n"
            + "a@made.example,c@made.example,2026-03-02T09:00:00Z,call,1,,c-17\n"
            + "a@made.example,c@made.example,2026-03-02T09:00:00Z,mail,1,,<M1@Made.Example>\n");
        Assert.Equal(
            "Mail -7883296620982083154, Meeting 1174841465735888196, Call -3650660955125764637, 7 "
            + "in all 5788206936736873960",
            InWords(Samples.Read(rows).Interactions));
        var contacts = scratch.Write(
            "contacts.csv", "from,to,at\nb,a,2026-03-02T09:00:20Z\na,b,2026-03-02T09:00:40Z\n");
        Assert.Equal(
            "Meeting -6134446924342717838, 1 in all -6134446924342717838",
            InWords(Samples.Read(contacts, options: new() { SliceSeconds = 20 }).Interactions));
    }

    [Fact]
    public void A_contact_that_both_of_two_report_counts_once_in_any_order_of_rows()
    {
        using var scratch = new Scratch();
        var contacts = scratch.Write("contacts.csv", "from,to,at\n"
            + string.Concat(((string[])["a,b", "b,a"]).SelectMany(pair => Enumerable.Range(0, 6).Select(
                i => $"{pair},2026-03-02T09:{i / 3:00}:{i % 3 * 20:00}Z\n"))));
        var read = Samples.Read(contacts, options: new() { SliceSeconds = 20 });
        Assert.Equal(2, Assert.Single(read.Interactions).Minutes);
    }

    [Fact]
    public async Task Sources_of_Microsoft_365_give_the_ids_that_stores_hold()
    {
        const string call = """{"value":[{"id":"e523d2ed-2966-4b6b-925b-754a88034cc5"}]}""";
        const string trace = """
            {"value":[{"messageId":"<m@made.invalid>","receivedDateTime":"2026-06-03T08:00:00Z","status":"delivered",
            "senderAddress":"ada@made.invalid","recipientAddress":"ben@made.invalid"}]}
            """;
        Assert.Equal(
            "Chat -7651590030636513800, Reaction 8336288666787365483, Mention 3065773614141132526, "
            + "5 in all 4949080710353668819",
            await OfTenantAsync(pages => new ChatsCollector(pages), Night.Sample("chat-messages.json")));
        Assert.Equal(
            "ChannelPost 4358486068043272083, Reaction -1190152954061333420, Mention "
            + "879687455854333614, 3 in all -2363669788746637975",
            await OfTenantAsync(
                pages => new ChannelsCollector(pages), """{"value":[{"id":"t1"}]}""", """{"value":[{"id":"c1"}]}""",
                Night.Sample("channel-messages.json")));
        Assert.Equal(
            "Mail 370308263735967450, 2 in all 7737145077746840128",
            await OfTenantAsync(pages => new SentItemsCollector(pages), Night.Sample("sent-items.json")));
        Assert.Equal(
            "Meeting 6788783544965763794, 2 in all -117079527189020726",
            await OfTenantAsync(pages => new MeetingsCollector(pages), Night.Sample("calendar-view.json")));
        Assert.Equal(
            "Call -5442597072328822888, 1 in all -5442597072328822888",
            await OfTenantAsync(
                pages => new CallsCollector(pages), call, Night.Sample("call-record.json")));
        Assert.Equal(
            "Mail -3274068592324276314, 1 in all -3274068592324276314",
            await OfTenantAsync(pages => new MessageTraceCollector(pages), trace));
    }

    [Fact]
    public void A_message_id_is_the_same_number_with_and_without_brackets_and_in_any_letter_case()
    {
        Assert.Equal(-7412696679767609444, EventId.OfMessageId("<m1@made.example>"u8));
        Assert.Equal(-7412696679767609444, EventId.OfMessageId(" M1@MADE.example"u8));
        Assert.Equal(-838114227014414343, EventId.OfMail("<m1@made.example>"u8, "a@made.example"u8, default));
        Assert.Equal(
            -8093762081436576624,
            EventId.OfMail([], "a@made.example"u8, new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc)));
    }

    private static async Task<string> OfTenantAsync(Func<GraphPages, ICollector> source, params string[] answers)
    {
        using var night = new Night();
        return InWords(await night.Answer(answers).CollectAsync(source, Night.Ben));
    }

    private static string InWords(IEnumerable<Interaction<AccountId>> interactions)
    {
        var ids = interactions.Select(one => (one.Channel, one.EventId)).Distinct().ToArray();
        return string.Join(' ', ids.GroupBy(id => id.Channel).OrderBy(ids => ids.Key)
                .Select(ids => $"{ids.Key} {ids.First().EventId},"))
            + $" {ids.Length} in all {ids.Aggregate(0L, (all, id) => all ^ id.EventId)}";
    }
}
