using System.Buffers;
using System.Text.Json;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>Writes the pages of a list or of a delta round.</summary>
/// <param name="Context">What <c>@odata.context</c> names.</param>
/// <param name="Count">Items of the whole list or round.</param>
/// <param name="Size">Items on a page.</param>
/// <param name="Write">Writes the properties of the item with this number.</param>
/// <param name="To">Where the round ends, for the token that begins the next one.</param>
/// <param name="IsDelta">Whether the last page ends with a deltaLink.</param>
/// <param name="ReplayFrom">Lowest number; below 0 where items of the last round can be given again.</param>
internal sealed record Page(
    string Context, int Count, int Size, Action<Utf8JsonWriter, int> Write, int To = 0, bool IsDelta = false,
    int ReplayFrom = 0)
{
    public Task AnswerAsync(Exchange exchange)
    {
        var cursor = exchange.Cursor with { To = To };
        var isEmpty = exchange.Has(Misbehaviour.EmptyPages) && !cursor.IsAfterEmptyPage;
        var end = isEmpty ? cursor.Position : Math.Min(Count, cursor.Position + Size);

        var json = new ArrayBufferWriter<byte>(16_384);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"https://graph.microsoft.com/v1.0/$metadata#{Context}");
            WriteItems(writer, exchange, cursor.Position, end);
            WriteLink(writer, exchange, cursor with { Position = end, IsAfterEmptyPage = isEmpty }, isEmpty);
            if (exchange.Has(Misbehaviour.Unknowns))
                WriteUnknown(writer);
            writer.WriteEndObject();
        }
        return Delivery.SendAsync(exchange, json.WrittenMemory);
    }

    private void WriteItems(Utf8JsonWriter writer, Exchange exchange, int begin, int end)
    {
        var replayed = exchange.Has(Misbehaviour.Replays) && begin < end ? Math.Max(1, Size / 2) : 0;
        var first = Math.Max(ReplayFrom, begin - replayed);
        var numbers = Enumerable.Range(first, end - first);
        if (exchange.Has(Misbehaviour.Duplicates))
            numbers = numbers.SelectMany(n => (int[])[n, n]);
        if (exchange.Has(Misbehaviour.OutOfOrder))
            numbers = numbers.Reverse();
        writer.WriteStartArray("value");
        foreach (var number in numbers)
        {
            writer.WriteStartObject();
            Write(writer, number);
            if (exchange.Has(Misbehaviour.Unknowns))
                WriteUnknown(writer);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private void WriteLink(Utf8JsonWriter writer, Exchange exchange, Cursor next, bool isEmpty)
    {
        if (isEmpty || next.Position < Count)
        {
            var link = exchange.Link("skiptoken", next);
            if (exchange.Has(Misbehaviour.LoopingNextLink))
                link = exchange.OwnLink;
            if (exchange.Has(Misbehaviour.ForeignNextLink))
                link = exchange.Tenant.ForeignAddress + new Uri(link).PathAndQuery;
            writer.WriteString("@odata.nextLink", link);
        }
        else if (IsDelta)
        {
            var round = next with { From = To, To = Cursor.NotBegun, Position = 0, IsAfterEmptyPage = false };
            writer.WriteString("@odata.deltaLink", exchange.Link("deltatoken", round));
        }
    }

    /// <summary>A property of a kind that came after the client was written.</summary>
    private static void WriteUnknown(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("propertyFromTheFuture");
        writer.WriteString("id", "not-the-id-of-the-item");
        writer.WriteStartArray("value");
        writer.WriteNumberValue(1.5e300);
        writer.WriteNullValue();
        writer.WriteStartObject();
        writer.WriteString("@odata.nextLink", "not-a-link");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
