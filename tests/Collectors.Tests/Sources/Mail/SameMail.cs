using System.Text;
using InfluencerMap.Collectors;
using InfluencerMap.Tests.Microsoft365;

namespace InfluencerMap.Tests.Sources;

/// <summary>One mail, told by every source that tells of mail, is one event.</summary>
public sealed class SameMail : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly Night _night = new();

    public void Dispose()
    {
        _scratch.Dispose();
        _night.Dispose();
    }

    [Theory]
    [InlineData("<CAF+x_9=Q3@mail.made.example>", "<CAF+x_9=Q3@mail.made.example>")]
    [InlineData("<CAF+x_9=Q3@mail.made.example>", "CAF+x_9=Q3@mail.made.example")]
    [InlineData("<CAF+x_9=Q3@mail.made.example>", "<caf+X_9=q3@MAIL.made.EXAMPLE>")]
    [InlineData("<a@b>", " a@B ")]
    public async Task A_mail_of_one_message_id_is_one_event_whoever_tells_of_it(string spelling, string other)
    {
        var ids = new List<long>();
        foreach (var id in new[] { spelling, other })
        {
            ids.Add(IdIn("csv", $"""
                from,to,at,message
                ada.made@made.invalid,ben.made@made.invalid,2026-06-03,{id}

                """));
            ids.Add(IdIn("mbox", $"""
                From ada@x Wed Jun  3 08:00:00 2026
                From: ada.made@made.invalid
                To: ben.made@made.invalid
                Date: Wed, 3 Jun 2026 08:00:00 +0000
                Message-ID: {id}


                """));
            ids.Add(IdIn("message-trace", $"""
                Received,SenderAddress,RecipientAddress,MessageId,Status
                2026-06-03T08:00:01Z,ada.made@made.invalid,ben.made@made.invalid,{id},Delivered

                """));
            _night.Answer($$$"""
                {"value":[{"internetMessageId":"{{{id}}}","sentDateTime":"2026-06-03T08:00:00Z",
                "from":{"emailAddress":{"address":"ada.made@made.invalid"}},
                "toRecipients":[{"emailAddress":{"address":"ben.made@made.invalid"}}]}]}
                """);
            ids.Add((await _night.CollectAsync(pages => new SentItemsCollector(pages), Night.Ada)).Single().EventId);
            ids.Add(Trace(id));
        }
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public void Ids_of_other_shape_name_one_senders_event_only()
    {
        var ada = IdIn("csv", "from,to,at,message\nada@x,ben@x,2026-06-03,17\n");
        var ben = IdIn("csv", "from,to,at,message\nben@x,ada@x,2026-06-03,17\n");
        Assert.NotEqual(ada, ben);
    }

    private long IdIn(string format, string text) =>
        Samples.Read(_scratch.Write($"made.{format}", text), format).Interactions.Single().EventId;

    private static long Trace(string id) =>
        Collectors.EventId.OfMail(Row(id).Message).Value;

    private static TraceRow Row(string id)
    {
        var reader = new System.Text.Json.Utf8JsonReader(Encoding.UTF8.GetBytes($$"""
            {"messageId":"{{id}}","receivedDateTime":"2026-06-03T08:00:01Z","status":"delivered",
            "senderAddress":"ada.made@made.invalid","recipientAddress":"ben.made@made.invalid"}
            """));
        reader.Read();
        TraceRow.Read(ref reader, new(), new([]), out var row);
        return row;
    }
}
