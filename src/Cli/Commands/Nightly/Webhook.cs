using System.Net.Http.Json;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Notifies an alerting service of how a night ended: state and counts, never a person or a message.</summary>
/// <param name="Address">May hold a secret: never shown.</param>
internal sealed record Webhook(Uri Address)
{
    /// <summary>Where an address with a secret in it belongs: arguments are open to every user's eyes.</summary>
    public const string Variable = "INFLUENCERMAP_WEBHOOK";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Webhook? Parse(string? text) => text is null or "" ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? new(address)
            : throw new UsageException("--webhook is not an address of the form https://example.org/path.");

    /// <summary>Runs a night and reports it. A service that does not answer changes nothing about the night.</summary>
    public async Task<Run> ReportAsync(Func<Task<Run>> night, CancellationToken cancellation)
    {
        try
        {
            var run = await night();
            await PostAsync(NightEnd.Of(run), cancellation);
            return run;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await PostAsync(new("failed"), cancellation);
            throw;
        }
    }

    private async Task PostAsync(NightEnd end, CancellationToken cancellation)
    {
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            client.Timeout = Patience;
            using var answer = await client.PostAsJsonAsync(Address, end, cancellation);
            if (!answer.IsSuccessStatusCode)
                Progress.Say($"The webhook answered {(int)answer.StatusCode}; the night stays as it is.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException
            && !cancellation.IsCancellationRequested)
        {
            Progress.Say("The webhook does not answer; the night stays as it is.");
        }
    }
}
