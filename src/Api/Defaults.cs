using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace InfluencerMap.Api;

/// <summary>What holds where no environment variable, file or argument says otherwise.</summary>
internal static class Defaults
{
    private static readonly Dictionary<string, string?> Values = new()
    {
        ["urls"] = "http://127.0.0.1:5080",
        // A page in a browser may reach loopback under a name of its own; only these names are answered.
        ["AllowedHosts"] = "localhost;127.0.0.1;[::1]",
        [StoreAddress.Setting] = "influencermap.db",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        // Else each request that is refused leaves a line; whoever asks in a loop would fill the disk.
        ["Logging:LogLevel:InfluencerMap.Api.ApiKeyHandler"] = "Warning",
        // A line a request; whoever wants it sets Information.
        ["Logging:LogLevel:" + RequestLog.Category] = "Warning",
        [LogFormat] = ConsoleFormatterNames.Simple,
        ["Logging:Console:FormatterOptions:SingleLine"] = "true",
        // The host prints a stack trace where it cannot start; Program says why in one line.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting"] = "None",
    };

    private const string LogFormat = "Logging:Console:FormatterName";

    public const string DevelopmentNoAuth = "--development-no-auth";

    public const string BehindTlsProxy = "--behind-tls-proxy";

    private static readonly Dictionary<string, string> Switches = new()
    {
        [DevelopmentNoAuth] = AccessSettings.Section + ":DevelopmentNoAuth",
        [BehindTlsProxy] = AccessSettings.Section + ":BehindTlsProxy",
    };

    extension(WebApplicationBuilder builder)
    {
        public void AddDefaults(string[] args)
        {
            builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Values });
            // The configuration knows arguments with values only; these have none.
            builder.Configuration.AddInMemoryCollection(args.Where(Switches.ContainsKey)
                .Select(given => KeyValuePair.Create(Switches[given], (string?)"true")));
            builder.Configuration.AddCommandLine(
                Arguments.ForConfiguration(args),
                new Dictionary<string, string>
                {
                    ["--store"] = StoreAddress.Setting,
                    ["--log-format"] = LogFormat,
                });
            // A supervisor's own log has the time beside each line of text; a line of JSON stands alone.
            if (builder.Configuration[LogFormat] == ConsoleFormatterNames.Json)
                builder.Logging.AddJsonConsole(console =>
                    (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        }
    }
}
