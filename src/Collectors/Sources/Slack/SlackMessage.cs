using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>What a message of an export says besides its text. Used again for the next.</summary>
internal sealed class SlackMessage(bool readMentions)
{
    private const int TimestampBytesMax = 32;
    private const int IdBytesMin = 6;
    private const int IdBytesMax = 16;

    private static readonly SearchValues<byte> IdBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);

    private readonly List<string> _mentioned = [];
    private readonly List<(string Reactor, long Kind)> _reactions = [];

    /// <summary>Number of the message within its channel: its timestamp is its name.</summary>
    public long Id { get; private set; }

    /// <summary>Number of the message that began its thread; 0 where it stands in none.</summary>
    public long Thread { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Id of the member who wrote it; null where nobody did.</summary>
    public string? Author { get; private set; }

    /// <summary>Id of the member who began the thread; newer exports state it.</summary>
    public string? ThreadAuthor { get; private set; }

    /// <summary>Why it counts for nothing; null where it counts.</summary>
    public Outcome? Dropped { get; private set; }

    /// <summary>Ids of those named in it; empty unless asked for.</summary>
    public IReadOnlyList<string> Mentioned => _mentioned;

    /// <summary>Who reacted, and a number for how.</summary>
    public IReadOnlyList<(string Reactor, long Kind)> Reactions => _reactions;

    /// <summary>Whether it answers the message that began its thread.</summary>
    public bool IsReply => Thread != 0 && Thread != Id;

    /// <summary>Reads the object on which the reader stands.</summary>
    public void Read(ref Utf8JsonReader json)
    {
        _mentioned.Clear();
        _reactions.Clear();
        (Id, Thread, At, Author, ThreadAuthor, Dropped) = (0, 0, default, null, null, null);
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("ts"u8))
                ReadTimestamp(ref json);
            else if (json.ValueTextEquals("thread_ts"u8))
                Thread = Fields.Hash(ref json);
            else if (json.ValueTextEquals("user"u8))
                Author = Fields.Text(ref json);
            else if (json.ValueTextEquals("parent_user_id"u8))
                ThreadAuthor = Fields.Text(ref json);
            else if (json.ValueTextEquals("bot_id"u8))
                Dropped = Fields.IsPresent(ref json) ? Outcome.Bot : Dropped;
            else if (json.ValueTextEquals("subtype"u8))
                Dropped = ReasonAgainst(ref json) ?? Dropped;
            else if (json.ValueTextEquals("reactions"u8))
                ReadReactions(ref json);
            else if (readMentions && json.ValueTextEquals("text"u8))
                ReadMentions(ref json);
            else
                Fields.Skip(ref json);
        }
        Dropped ??= Author is null ? Outcome.Bot : null;
    }

    private void ReadTimestamp(ref Utf8JsonReader json)
    {
        Span<byte> text = stackalloc byte[TimestampBytesMax];
        text = text[..Fields.Copy(ref json, text)];
        if (!Utf8Parser.TryParse(text, out decimal seconds, out var read) || read != text.Length
            || seconds is < 0 or >= 4_102_444_800)
            return;
        Id = new EventId().Add(text).Value;
        At = DateTime.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }

    /// <summary>A subtype marks what is not a plain message; the few that people write are let through.</summary>
    private static Outcome? ReasonAgainst(ref Utf8JsonReader json) => Fields.Text(ref json) switch
    {
        null or "thread_broadcast" or "me_message" or "file_share" => null,
        "bot_message" => Outcome.Bot,
        "huddle_thread" => Outcome.Huddle,
        "message_changed" or "message_deleted" or "tombstone" => Outcome.Edit,
        _ => Outcome.Notice,
    };

    private void ReadReactions(ref Utf8JsonReader json)
    {
        while (Fields.NextElement(ref json))
        {
            Fields.Find(ref json, "name"u8, out var name, "users"u8, out var users);
            var kind = Fields.Hash(ref name);
            if (users.Read())
                foreach (var reactor in JsonItems.Whole(ref users, SlackJson.Default.IReadOnlyListString) ?? [])
                    _reactions.Add((reactor, kind));
        }
    }

    /// <summary>Looks for <c>&lt;@ID&gt;</c> among the bytes; of what stands around it nothing is kept.</summary>
    private void ReadMentions(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.String)
        {
            json.Skip();
            return;
        }
        for (var rest = json.ValueSpan; rest.IndexOf("<@"u8) is >= 0 and var at;)
        {
            rest = rest[(at + 2)..];
            var length = rest.IndexOfAnyExcept(IdBytes);
            if (length is >= IdBytesMin and <= IdBytesMax && rest[length] is (byte)'>' or (byte)'|')
                _mentioned.Add(Encoding.ASCII.GetString(rest[..length]));
        }
    }
}
