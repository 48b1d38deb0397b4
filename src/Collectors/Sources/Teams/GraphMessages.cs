using System.Text.Json;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>Messages as Graph's export interfaces give them, by the reader that the tenant's are read with.</summary>
internal sealed class GraphMessages
{
    private readonly FormatRead _read;
    private readonly Conversation _conversation;
    private readonly Threads _threads;

    public GraphMessages(FormatRead read)
    {
        _read = read;
        _conversation = new(read);
        _threads = new(_conversation.Given, read.Report);
    }

    /// <summary>An array of messages, an object that holds them in <c>value</c>, or one message alone.</summary>
    public IEnumerable<Interaction<AccountId>> Read(SourceFile file)
    {
        var (isOne, capitals) = ShapeOf(file.Head);
        using var items = new JsonItems(file.Open(), file.Name, "value") { IsOneItem = isOne, HasCapitals = capitals };
        while (items.Next(out var json))
        {
            if (json.TokenType == JsonTokenType.StartObject)
                ReadPost(ref json);
            foreach (var interaction in _conversation.Given.Take())
                yield return interaction;
        }
        if (items.IsCutOff)
            _read.CutOff(file.Name, "an array that is closed: the file ends before");
    }

    /// <summary>By the names that stand at the beginning of the document.</summary>
    private static (bool IsOne, bool HasCapitals) ShapeOf(ReadOnlySpan<byte> head)
    {
        try
        {
            var json = new Utf8JsonReader(head, isFinalBlock: false, default);
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName)
                    continue;
                if (json.ValueTextEquals("messageType"u8) || json.ValueTextEquals("MessageType"u8))
                    return (json.CurrentDepth == 1 && head.TrimStart(" \t\r\n"u8) is [(byte)'{', ..],
                        json.ValueSpan[0] == 'M');
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Reading the items reports where and why.
        }
        return (false, false);
    }

    /// <summary>Answers that came before what they answer.</summary>
    public Interaction<AccountId>[] End() => _threads.End();

    private void ReadPost(ref Utf8JsonReader json)
    {
        var post = ReadMessage(ref json, null, out var replies);
        while (Fields.NextElement(ref replies))
            ReadMessage(ref replies, post, out _);
    }

    /// <param name="json">On the start of the message.</param>
    /// <param name="answered">The post that holds it among its replies; null where it stands by itself.</param>
    /// <param name="replies">On the message's own replies.</param>
    private EventId ReadMessage(ref Utf8JsonReader json, EventId? answered, out Utf8JsonReader replies)
    {
        _read.Report.Found();
        var message = TeamsMessageReader.Read(ref json, _conversation.Parts, out replies);
        if (message.Outcome != Outcome.Counted)
        {
            _read.Report.Drop(ReasonOf(message.Outcome));
            return message.Id;
        }
        var author = _conversation.AccountOf(message.Author);
        _threads.Begin(message.Id, author);
        if (message.Peer != Handles.None)
            _conversation.Say(message, Channel.Chat, _conversation.AccountOf(message.Peer));
        else if ((answered ?? _conversation.Parts.Answered) is { } post)
            _threads.Answer(message.Id, message.At, author, post, Channel.ChannelPost);
        else
            _read.Report.Drop(Outcome.ToNobody);
        _conversation.SayAside(message);
        return message.Id;
    }

    private static Outcome ReasonOf(Outcome outcome) => outcome switch
    {
        Outcome.Deleted or Outcome.Removed => Outcome.Edit,
        Outcome.Program => Outcome.Bot,
        Outcome.Outsider => Outcome.OtherOrganisation,
        Outcome.Automatic => Outcome.Notice,
        _ => Outcome.IncompleteMessage,
    };
}
