using System.Globalization;
using System.Text.Json;

namespace InfluencerMap.Collectors;

/// <summary>What a post of an archive says besides its text. Used again for the next.</summary>
internal sealed class Tweet
{
    /// <summary><c>Wed Oct 10 20:19:24 +0000 2018</c>; newer ones are in ISO 8601.</summary>
    private static readonly string[] Times = ["ddd MMM dd HH:mm:ss zzz yyyy", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly List<string> _mentioned = [];

    /// <summary>Number of the post, from its id; 0 where it has none.</summary>
    public long Id { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? At { get; private set; }

    /// <summary>Id of the account that it answers.</summary>
    public string? Answered { get; private set; }

    /// <summary>Whether it only passes on a post of the account that it names first.</summary>
    public bool IsRepost { get; private set; }

    /// <summary>Ids of the accounts that it names, in their order.</summary>
    public IReadOnlyList<string> Mentioned => _mentioned;

    /// <summary>Reads the object on which the reader stands: a post, or an object that holds one.</summary>
    public void Read(ref Utf8JsonReader json)
    {
        _mentioned.Clear();
        (Id, At, Answered, IsRepost) = (0, null, null, false);
        ReadPost(ref json);
    }

    private void ReadPost(ref Utf8JsonReader json)
    {
        while (Fields.Next(ref json))
        {
            if (json.ValueTextEquals("tweet"u8))
            {
                if (Fields.Enter(ref json))
                    ReadPost(ref json);
            }
            else if (json.ValueTextEquals("id_str"u8))
                Id = Fields.Hash(ref json);
            else if (json.ValueTextEquals("created_at"u8))
                At = ReadTime(ref json);
            else if (json.ValueTextEquals("in_reply_to_user_id_str"u8))
                Answered = Fields.Text(ref json);
            else if (json.ValueTextEquals("full_text"u8) || json.ValueTextEquals("text"u8))
                IsRepost |= BeginsAsRepost(ref json);
            else if (json.ValueTextEquals("entities"u8))
                ReadMentions(ref json);
            else
                Fields.Skip(ref json);
        }
    }

    private static DateTime? ReadTime(ref Utf8JsonReader json) => DateTimeOffset.TryParseExact(
        Fields.Text(ref json), Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? at.UtcDateTime : null;

    /// <summary>
    /// An archive marks reposts by their first four bytes alone; nothing after them is read.
    /// </summary>
    private static bool BeginsAsRepost(ref Utf8JsonReader json)
    {
        json.Read();
        var begins = json.TokenType == JsonTokenType.String && json.ValueSpan.StartsWith("RT @"u8);
        json.Skip();
        return begins;
    }

    private void ReadMentions(ref Utf8JsonReader json)
    {
        var mentions = Fields.FindInside(ref json, "user_mentions"u8);
        while (Fields.NextElement(ref mentions))
        {
            var at = Fields.Find(ref mentions, "id_str"u8);
            if (Fields.Text(ref at) is { } id)
                _mentioned.Add(id);
        }
    }
}
