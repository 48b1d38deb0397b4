using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using InfluencerMap.Collectors.Files;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Cli.Verbs;

/// <summary>What to take where files of interactions do not say.</summary>
internal sealed class InteractionOptions
{
    private readonly Option<Channel> _channel = SharedOptions.OneOf(
        "--channel", "Channel of rows that state none.", InteractionsCsvOptions.Default.Channel);

    private readonly Option<string> _timeZone = new("--time-zone")
    {
        Description = "IANA id of the zone of times that state no offset, such as Europe/Rome.",
        HelpName = "zone",
        DefaultValueFactory = _ => "UTC",
    };

    private readonly Option<DateTime?> _at = new("--at")
    {
        Description = "Instant of all rows, UTC, for a file without times.",
        HelpName = "yyyy-MM-dd",
        CustomParser = Instant,
    };

    private readonly Option<bool> _mentions = new("--mentions")
    {
        Description = "Also looks for the ids of people named inside texts, where a format has them nowhere else.",
    };

    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _channel, _timeZone, _at, _mentions })
            verb.Add(option);
    }

    public InteractionsCsvOptions Read(ParseResult parsed) => new()
    {
        Channel = parsed.GetValue(_channel),
        TimeZone = InteractionsCsvOptions.ZoneOf(parsed.GetRequiredValue(_timeZone)),
        At = parsed.GetValue(_at),
        Mentions = parsed.GetValue(_mentions),
    };

    private static DateTime? Instant(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant))
            return instant;
        result.AddError($"--at '{text}' is no date or instant, such as 2026-01-31 or 2026-01-31T12:00:00Z.");
        return null;
    }
}
