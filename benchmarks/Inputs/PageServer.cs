using System.Net;
using System.Text;

namespace InfluencerMap.Benchmarks;

/// <summary>Answers every request on loopback with the same elements, and links so many pages.</summary>
internal sealed class PageServer : IDisposable
{
    private const int Port = 28_119;

    private readonly HttpListener _listener = new();
    private readonly byte[] _elements;
    private readonly int _pageCount;

    public PageServer(int pageCount, byte[] elements)
    {
        (_pageCount, _elements) = (pageCount, elements);
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Root { get; } = new($"http://127.0.0.1:{Port}/v1.0");

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            var context = await _listener.GetContextAsync();
            var page = int.TryParse(context.Request.QueryString["page"], out var asked) ? asked : 1;
            var link = page < _pageCount
                ? $"\"@odata.nextLink\":\"{Root}/users/u/messages/delta?page={page + 1}\""
                : $"\"@odata.deltaLink\":\"{Root}/users/u/messages/delta?token=1\"";
            context.Response.ContentType = "application/json";
            var output = context.Response.OutputStream;
            await output.WriteAsync(Encoding.UTF8.GetBytes($"{{{link},\"value\":["));
            await output.WriteAsync(_elements);
            await output.WriteAsync("]}"u8.ToArray());
            context.Response.Close();
        }
    }
}
