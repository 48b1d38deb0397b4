using System.Collections.Concurrent;
using System.Net;
using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Microsoft365;

/// <summary>Answers requests on loopback, one scripted answer each, in order; the last one repeats.</summary>
public sealed class LoopbackGraph : IDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentQueue<Action<HttpListenerContext>> _script = new();
    private readonly Task _serving;

    public LoopbackGraph()
    {
        (_listener, var port) = Listen();
        Root = new($"http://127.0.0.1:{port}/v1.0");
        _serving = ServeAsync();
    }

    public Uri Root { get; }

    public JumpingTime Time { get; } = new();

    public ConcurrentQueue<Asked> Asked { get; } = new();

    public LoopbackGraph Then(string json, int status = 200, params (string Name, string Value)[] headers)
    {
        _script.Enqueue(context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            context.Response.ContentType = "application/json";
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(json.Replace("{root}", Root.AbsoluteUri)));
            context.Response.Close();
        });
        return this;
    }

    public LoopbackGraph Then(Action<HttpListenerContext> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public GraphConnection Connect(Azure.Core.TokenCredential? credential = null) =>
        new(new("loopback", Root, new("https://login.example")), credential);

    public GraphPages Pages(ThrottleOptions? options = null, Azure.Core.TokenCredential? credential = null) =>
        new(Connect(credential), new(options ?? new(), Time));

    public void Dispose()
    {
        _listener.Close();
        _serving.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <summary>On a free port; a listener that has met a taken one is of no more use.</summary>
    private static (HttpListener Listener, int Port) Listen()
    {
        for (var port = 20_000 + Environment.ProcessId % 20_000; ; port++)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return (listener, port);
            }
            catch (HttpListenerException)
            {
                // Taken by another test or program: the next one.
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            var request = context.Request;
            var (prefer, authorization) = (request.Headers["Prefer"], request.Headers["Authorization"]);
            Asked.Enqueue(new(request.Url!.PathAndQuery, prefer, authorization, Time.GetUtcNow()));
            if (_script.Count > 1 ? _script.TryDequeue(out var answer) : _script.TryPeek(out answer))
                answer(context);
        }
    }
}

/// <summary>One request as it arrived.</summary>
public sealed record Asked(string PathAndQuery, string? Prefer, string? Authorization, DateTimeOffset At);
