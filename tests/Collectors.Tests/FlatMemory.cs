using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests;

/// <summary>What a format holds does not grow with what it has read, but for what it documents.</summary>
[Collection(nameof(Streaming))]
public sealed class FlatMemory
{
    private const int ItemCount = 40_000;

    /// <summary>Text of each item that nothing reads: it would show, were it held.</summary>
    private static readonly string Body = new('x', 400);

    private const string Columns =
        "date-time,source,event-id,message-id,recipient-address,recipient-status,sender-address,message-subject";

    /// <summary>
    /// Format, file, what stands before the items, an item and what stands after; § is the item's number, ' a quote.
    /// The last is how many bytes an item may leave behind: ids that later items can answer.
    /// </summary>
    public static TheoryData<string, string, string, string, string, int> Files => new()
    {
        { "csv", "a.csv", "from,to,at,message,body\n", $"a@x,b@x,2026-01-05,m§,{Body}\n", "", 8 },
        { "jsonl", "a.jsonl", "",
            $"{{'from':'a','to':'b','at':'2026-01-05','message':'m§','body':'{Body}'}}\n", "", 8 },
        { "message-trace", "a.csv", "Received,SenderAddress,RecipientAddress,MessageId,Status,Subject\n",
            $"2026-01-05,a@x,b@x,<§@x>,Delivered,{Body}\n", "", 8 },
        { "exchange-tracking", "a.LOG", $"#Fields: {Columns}\n",
            $"2026-01-05T08:00:00Z,STOREDRIVER,RECEIVE,<§@x>,b@x,To,a@x,{Body}\n", "", 8 },
        { "mbox", "a.mbox", "", "From x Mon Jan  5 10:00:00 2026\nFrom: a@x\nTo: b@x\n"
            + $"Date: 5 Jan 2026 10:00 GMT\nMessage-ID: <§@x>\n\n{Body}\n", "", 8 },
        { "teams-export", "a.csv", "Immutable_ID,Item_class,Email_subject,Email_sender,Email_to,Email_date_sent\n",
            $"i§,IPM.SkypeTeams.Message,{Body},a@x,b@x,2026-01-05T09:00:00Z\n", "", 8 },
        { "teams-export", "a.json", "{'value':[",
            "{'id':'§','messageType':'message','createdDateTime':'2026-01-05T09:00:00Z',"
            + $"'chatId':'19:{Person(1)}_{Person(2)}@unq.gbl.spaces','body':{{'content':'{Body}'}},"
            + $"'from':{{'user':{{'id':'{Person(1)}','userIdentityType':'aadUser'}}}}}},", "null]}", 100 },
        { "viva-p2p", "a.csv", "PrimaryCollaborator_PersonId,SecondaryCollaborator_PersonId,MetricDate,"
            + "Strong_tie_score,PrimaryCollaborator_Organization\n", $"a,b,2026-01-05,0.02,{Body}\n", "", 8 },
        { "nominations", "a.csv", "respondent,question,named,at,comment\n", $"a,q§,b,2026-01-05,{Body}\n", "", 8 },
        { "edges", "a.edges", "", "a b §\n", "", 8 },
        { "linkedin", "Connections.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
            $"A,B,u§,p§@x.example,{Body},P,12 Mar 2024\n", "", 8 },
        { "activitystreams", "outbox.json",
            "{'@context':'https://www.w3.org/ns/activitystreams','type':'OrderedCollection','orderedItems':[",
            "{'type':'Create','id':'https://s.example/users/ada/statuses/§/activity','actor':'https://s.example/ada',"
            + "'published':'2026-01-05T09:00:00Z','to':'https://www.w3.org/ns/activitystreams#Public',"
            + "'object':{'type':'Note','tag':[{'type':'Mention','href':'https://o.example/users/ben'}],"
            + $"'content':'{Body}'}}}},", "null]}", 8 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Memory_is_flat(string format, string name, string head, string item, string tail, int bytesPerItemMax)
    {
        var text = new StringBuilder(head);
        for (var i = 0; i < ItemCount; i++)
            text.Append(item.Replace("§", $"{i}", StringComparison.Ordinal));
        var bytes = Encoding.UTF8.GetBytes(text.Append(tail).Replace('\'', '"').ToString());
        using var files = SourceFiles.InMemory([(name, bytes)]);
        var read = new FormatRead
        {
            Accounts = new([]), Csv = new() { MaxBadRows = 1 }, Options = new() { Owner = "a@x" },
        };
        var (count, early, late) = (0, 0L, 0L);
        foreach (var _ in InteractionFormats.Named(format).Read(files, read))
            if (++count == ItemCount / 4)
                early = GC.GetTotalMemory(forceFullCollection: true);
            else if (count == ItemCount * 3 / 4)
                late = GC.GetTotalMemory(forceFullCollection: true);
        Assert.InRange(count, ItemCount, ItemCount * 2);
        // The margin is for buffers that double once, and for what the runtime does beside.
        Assert.InRange(late - early, long.MinValue, (bytesPerItemMax * ItemCount / 2) + (1 << 20));
    }

    private static string Person(int number) => $"aaaaaaaa-0000-4000-8000-{number:000000000000}";
}
