using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>Sends a finished answer, whole or in the ways in which networks fail.</summary>
internal static class Delivery
{
    private const int SlowPieceBytes = 4_096;
    private static readonly TimeSpan SlowPause = TimeSpan.FromMilliseconds(20);

    private static readonly byte[] SignInPage =
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>"u8.ToArray();

    public static Task SendObjectAsync(Exchange exchange, string context, Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context", $"https://graph.microsoft.com/v1.0/$metadata#{context}");
            write(writer);
            writer.WriteEndObject();
        }
        return SendAsync(exchange, json.WrittenMemory);
    }

    public static async Task SendAsync(Exchange exchange, ReadOnlyMemory<byte> json)
    {
        var (response, cancellation) = (exchange.Context.Response, exchange.Context.RequestAborted);
        if (exchange.Has(Misbehaviour.Html))
        {
            response.ContentType = "text/html; charset=utf-8";
            await response.Body.WriteAsync(SignInPage, cancellation);
            return;
        }
        response.ContentType = "application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8";
        var half = json[..(json.Length / 2)];
        if (exchange.Has(Misbehaviour.SlowBody))
            await SendSlowlyAsync(response, json, cancellation);
        else if (exchange.Has(Misbehaviour.TruncatedJson))
            await response.Body.WriteAsync(half, cancellation);
        else if (exchange.Has(Misbehaviour.ConnectionCut) || exchange.Has(Misbehaviour.Silence))
            await BreakOffAsync(exchange, half);
        else
            await response.Body.WriteAsync(json, cancellation);
    }

    private static async Task SendSlowlyAsync(
        HttpResponse response, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        for (var sent = 0; sent < json.Length; sent += SlowPieceBytes)
        {
            var end = Math.Min(json.Length, sent + SlowPieceBytes);
            await response.Body.WriteAsync(json[sent..end], cancellation);
            await response.Body.FlushAsync(cancellation);
            await Task.Delay(SlowPause, cancellation);
        }
    }

    private static async Task BreakOffAsync(Exchange exchange, ReadOnlyMemory<byte> half)
    {
        var (context, cancellation) = (exchange.Context, exchange.Context.RequestAborted);
        await context.Response.Body.WriteAsync(half, cancellation);
        await context.Response.Body.FlushAsync(cancellation);
        if (exchange.Has(Misbehaviour.Silence))
            await exchange.Tenant.Troubles.BeSilentAsync(cancellation);
        context.Abort();
    }
}
