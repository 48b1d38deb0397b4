using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace InfluencerMap.Benchmarks;

/// <summary>
/// A tenant of so many mailboxes with so many sent messages each, answered page by page from a formula: it keeps
/// nothing, and is cheap beside its reader.
/// </summary>
internal sealed class MailboxServer : IDisposable
{
    private const int Port = 28_120;
    private const int UsersPerPage = 1_000;
    private const int MessagesPerPage = 250;

    private static readonly DateTime First = new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly HttpListener _listener = new();
    private readonly int _mailboxCount;
    private readonly int _messageCount;
    private long _messagesGiven;
    private int _inFlight;
    private int _inFlightMax;

    public MailboxServer(int mailboxCount, int messageCount)
    {
        (_mailboxCount, _messageCount) = (mailboxCount, messageCount);
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Root { get; } = new($"http://127.0.0.1:{Port}/v1.0");

    public long MessagesGiven => Interlocked.Read(ref _messagesGiven);

    /// <summary>Most requests that were ever answered at once.</summary>
    public int InFlightMax => _inFlightMax;

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            var context = await _listener.GetContextAsync();
            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var inFlight = Interlocked.Increment(ref _inFlight);
        for (int most; inFlight > (most = _inFlightMax);)
            Interlocked.CompareExchange(ref _inFlightMax, inFlight, most);
        var json = new ArrayBufferWriter<byte>(1 << 16);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            Write(writer, context.Request.Url!);
            writer.WriteEndObject();
        }
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(json.WrittenMemory);
        Interlocked.Decrement(ref _inFlight);
        context.Response.Close();
    }

    private void Write(Utf8JsonWriter json, Uri address)
    {
        var path = address.AbsolutePath.Split('/');
        _ = int.TryParse(address.Query.Split("page=")[^1], CultureInfo.InvariantCulture, out var page);
        if (path is [.., "users", "delta"])
            WritePage(json, address, page, UsersPerPage, _mailboxCount, WriteUser);
        else if (path is [.., "mailboxSettings"])
            json.WriteString("userPurpose", "user");
        else if (address.Query.Contains("delta=", StringComparison.Ordinal))
            WritePage(json, address, 0, 1, 0, WriteUser);
        else
        {
            var sender = int.Parse(path[3].AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var count = WritePage(
                json, address, page, MessagesPerPage, _messageCount, (writer, i) => WriteMessage(writer, sender, i));
            Interlocked.Add(ref _messagesGiven, count);
        }
    }

    private int WritePage(
        Utf8JsonWriter json, Uri address, int page, int size, int count, Action<Utf8JsonWriter, int> write)
    {
        var end = Math.Min(count, (page + 1) * size);
        json.WriteStartArray("value");
        for (var i = page * size; i < end; i++)
        {
            json.WriteStartObject();
            write(json, i);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        var link = Root.GetLeftPart(UriPartial.Authority) + address.AbsolutePath;
        if (end < count)
            json.WriteString("@odata.nextLink", $"{link}?page={page + 1}");
        else
            json.WriteString("@odata.deltaLink", $"{link}?delta=1");
        return end - page * size;
    }

    /// <summary>Teams of ten, each led by its first; the leaders report to person 0.</summary>
    private static void WriteUser(Utf8JsonWriter json, int person)
    {
        json.WriteString("id", Id(person));
        json.WriteString("userPrincipalName", Address(person));
        json.WriteString("mail", Address(person));
        json.WriteString("userType", "Member");
        json.WriteBoolean("accountEnabled", true);
        json.WriteString("department", $"Unit {person / 100}");
        json.WriteStartArray("manager@delta");
        if (person > 0)
        {
            json.WriteStartObject();
            json.WriteString("id", Id(person % 10 == 0 ? 0 : person - person % 10));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>One to four recipients, half of them within the hundred around the sender, over ninety days.</summary>
    private void WriteMessage(Utf8JsonWriter json, int sender, int number)
    {
        var hash = Hash(((ulong)sender << 32) + (ulong)number);
        var at = First.AddSeconds((long)(90 * 86_400 * (number + hash % 1_000 / 1_000.0) / _messageCount));
        json.WriteString("@odata.etag", "W/\"CQAAABYAAAD0\"");
        json.WriteString("id", $"AAMkAGI2{hash:x16}{sender:x8}{number:x8}AAAAAAEJAAA=");
        json.WriteString("internetMessageId", $"<{hash:x16}.{sender}.{number}@made.invalid>");
        json.WriteString("sentDateTime", at);
        json.WriteBoolean("isDraft", false);
        WriteRecipient(json, "from", sender);
        WriteRecipient(json, "sender", sender);
        json.WriteStartArray("toRecipients");
        for (var i = 0; i <= (int)(hash >> 62); i++)
        {
            var draw = Hash(hash + (ulong)i);
            var recipient = draw % 2 == 0
                ? sender - sender % 100 + (int)(draw >> 8) % 100
                : (int)(draw >> 8 & 0xffffff) % _mailboxCount;
            WriteRecipient(json, null, Math.Abs(recipient) % _mailboxCount);
        }
        json.WriteEndArray();
        foreach (var empty in (ReadOnlySpan<string>)["ccRecipients", "bccRecipients"])
        {
            json.WriteStartArray(empty);
            json.WriteEndArray();
        }
    }

    private static void WriteRecipient(Utf8JsonWriter json, string? name, int person)
    {
        if (name is not null)
            json.WritePropertyName(name);
        json.WriteStartObject();
        json.WriteStartObject("emailAddress");
        json.WriteString("name", $"Person {person}");
        json.WriteString("address", Address(person));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Id(int person) => $"{person:x8}-0000-4000-8000-000000000000";

    private static string Address(int person) => $"person{person}@made.invalid";

    /// <summary>SplitMix64's finaliser.</summary>
    private static ulong Hash(ulong x)
    {
        x += 0x9e3779b97f4a7c15;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }
}
