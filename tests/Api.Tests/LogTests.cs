using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using InfluencerMap.Api;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;
using Microsoft.Extensions.Logging;

namespace InfluencerMap.Tests;

/// <summary>What the API writes to its log, whatever is asked: counts and causes, never persons.</summary>
public sealed class LogTests : IAsyncLifetime
{
    private readonly Company _company = new();
    private readonly Lines _lines = new();
    private KeyHolders _callers = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _company.InitializeAsync();
        _callers = await KeyHolders.ServeAsync(
            _company.Connection, person: 3, _lines, ("Logging:LogLevel:Default", "Trace"),
            ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"),
            ("Logging:LogLevel:InfluencerMap.Api.Authorization", "Trace"),
            ("Logging:LogLevel:InfluencerMap.Api.Requests", "Information"));
    }

    public async ValueTask DisposeAsync()
    {
        await _callers.DisposeAsync();
        await _company.DisposeAsync();
        _lines.Dispose();
    }

    [Fact]
    public void Each_message_has_an_id_of_its_own()
    {
        var ids = typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.EventId).OfType<int>().ToArray();

        Assert.NotEmpty(ids);
        Assert.Distinct(ids);
    }

    [Fact]
    public async Task Nothing_that_is_asked_brings_a_person_into_the_log()
    {
        var key = _company.People[4].Key;
        foreach (var role in Roles.All)
            foreach (var path in (string[])
                ["/v1/rankings/latest?top=50", $"/v1/people/{key}", "/v1/people/me", "/v1/runs/latest", "/v1/groups",
                    "/v1/audit", "/v1/runs/latest/hygiene", "/v1/rankings/latest?top=none", "/metrics"])
            {
                using var answer = await _callers[role].GetAsync(path, Cancellation);
            }
        using var cohort = await _callers[Roles.ProgramLead].PostAsJsonAsync(
            "/v1/cohorts", new { size = 5, reach = "steps:1" }, Cancellation);
        using var malformed = await _callers[Roles.ProgramLead].PostAsJsonAsync(
            "/v1/what-if", new { leave = 3 }, Cancellation);

        // Between the framework's own lines, which name the path and so a key, that is a pseudonym.
        var text = string.Join('\n', _lines.All);
        Assert.Contains("Executing endpoint", text);
        Assert.DoesNotContain('@', text);
        Assert.DoesNotContain("Bearer imk_", text);
        Assert.All(_company.ReadableIdentities, identity => Assert.DoesNotContain(identity, text));
        var ours = _lines.All.Where(line => line.StartsWith("InfluencerMap.", StringComparison.Ordinal)).ToArray();
        Assert.Contains(ours, line => line.Contains($"Run {Company.LatestRun} is shown: 30 people, read in "));
        Assert.Contains(ours, line => line.Contains("GET /v1/people/{key} was answered with 200 in "));
        Assert.Contains(ours, line => line.Contains("GET /v1/people/{key} was answered with 403 in "));
        Assert.All(
            ours, line => Assert.All(_company.People, person => Assert.DoesNotContain(person.Key, line)));
    }

    [Fact]
    public async Task Log_is_json_lines_where_it_is_asked_for()
    {
        using var api = LoopbackTests.Start(
            ["--log-format", "json", "--urls", "http://127.0.0.1:0", "--InfluencerMap:SmallGroups:Minimum", "4"], null);
        var output = await api.StandardOutput.ReadToEndAsync(Cancellation);
        await api.WaitForExitAsync(Cancellation);

        var line = JsonNode.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
        Assert.Equal("Critical", (string?)line["LogLevel"]);
        Assert.StartsWith("Not started. ", (string?)line["Message"], StringComparison.Ordinal);
        Assert.EndsWith("Z", (string?)line["Timestamp"], StringComparison.Ordinal);
    }

    /// <summary>Keeps every line with its category.</summary>
    private sealed class Lines : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IReadOnlyCollection<string> All => _lines;

        public ILogger CreateLogger(string categoryName) => new Category(categoryName, _lines);

        public void Dispose()
        {
        }

        private sealed class Category(string name, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception,
                Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{name}: {formatter(state, exception)} {exception}");
        }
    }
}
