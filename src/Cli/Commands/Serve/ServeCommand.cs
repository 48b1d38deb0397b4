using System.CommandLine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>influencermap serve</c>: the API, as a process of its own.</summary>
internal static class ServeCommand
{
    private const string UrlsDefault = "http://127.0.0.1:5080";

    public static CliCommand Create()
    {
        var store = SharedOptions.Store();
        var urls = Options.Of(
            "--urls", "urls", "Where to listen, parted by ';'. Others than loopback need https and a certificate, "
                + $"or --behind-tls-proxy. {UrlsDefault} when left out.", UrlsDefault);
        var log = SharedOptions.OneOf(
            "--log-format", "What the API says on standard output: text for people; json, one per line.",
            TextOrJson.Text);
        var proxy = Options.Flag(
            "--behind-tls-proxy", "A proxy in front ends TLS, so plain HTTP may be reached by other machines.");
        var open = Options.Flag(
            "--development-no-auth",
            "Everybody on this machine may ask for everything, without a key; for development.");
        return new CliCommand(
            "serve", "Starts the API over the store and runs until Ctrl+C. It is a process of its own, without the key "
            + "behind the pseudonyms and without the secrets of sources. Further settings are variables: "
            + "docs/operations.md.",
            [store, urls, log, proxy, open])
        {
            Examples = ["serve", "serve --store company.db --urls http://127.0.0.1:5081", "keys create --role Hr.Read"],
        }.Does(async (parsed, cancellation) =>
        {
            var connection = parsed.GetRequiredValue(store);
            await SayWhoMayAskAsync(connection, parsed.GetRequiredValue(urls), parsed.GetValue(open), cancellation);
            // A restore is refused while a process has the store open, and this one lives as long as the API.
            Store.CloseAll();
            string[] arguments =
            [
                "--urls", parsed.GetRequiredValue(urls),
                .. parsed.GetValue(log) == TextOrJson.Json ? ["--log-format", "json"] : Array.Empty<string>(),
                .. Switch(parsed, proxy), .. Switch(parsed, open),
            ];
            return await ApiProgram.RunAsync(arguments, connection, cancellation);
        });
    }

    private static string[] Switch(ParseResult parsed, Option<bool> option) =>
        parsed.GetValue(option) ? [option.Name] : [];

    /// <summary>Opens the store for a moment, so that one that cannot be served is said here and now.</summary>
    private static async Task SayWhoMayAskAsync(
        string connection, string urls, bool isOpen, CancellationToken cancellation)
    {
        await using var store = await Store.OpenExistingAsync(connection, cancellation);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var keys = (await store.ApiKeys.ListAsync(cancellation)).Count(key => key.OpensAt(now));
        Progress.Say($"Starting the API over {store.Place}, to listen on {urls}. Ctrl+C ends it.");
        if (isOpen)
            Progress.Say("Without authentication: everybody on this machine may ask.");
        else if (keys == 0)
            Progress.Say(
                "No key is valid yet. Make the first with 'influencermap keys create --role Hr.Read'; "
                + "callers send it as Authorization: Bearer KEY.");
        else
            Progress.Say($"{keys} {(keys == 1 ? "key is" : "keys are")} valid: influencermap keys list.");
    }
}
