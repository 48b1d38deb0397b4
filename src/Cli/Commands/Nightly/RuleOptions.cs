using System.CommandLine;
using System.Text.Json;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary><c>--preset</c> and <c>--rule</c>: the options of the rules by name, for all in one manner.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string> _preset = Options.Of<string>(
        "--preset", null, "default: hygiene, decay and backbone, for use. wide: as default, mail to up to 20 counts. "
            + "plain: any tie, unfiltered, for comparison. nominations: whom people named, and nothing else.",
        InfluenceOptions.Default.Preset);

    private readonly Option<string[]> _rules = Options.Of<string[]>(
        "--rule", "name=value", "Changes an option of the preset (audienceMax=20, roles.cc=1) or turns a rule off "
            + "(mass-mail=off); may be given several times. docs/measures.md lists rules and options.");

    public RuleOptions() => _preset.AcceptOnlyFromAmong([.. InfluenceOptions.Presets.Select(known => known.Preset)]);

    public IEnumerable<Option> All => [_preset, _rules];

    public InfluenceOptions Read(ParseResult parsed)
    {
        var preset = parsed.GetValue(_preset);
        return (parsed.GetValue(_rules) ?? []).Aggregate(
            InfluenceOptions.Presets.Single(known => known.Preset == preset), Apply);
    }

    /// <summary>Whether one of these rules or options is set.</summary>
    public bool Names(ParseResult parsed, params ReadOnlySpan<string> names)
    {
        foreach (var setting in parsed.GetValue(_rules) ?? [])
            if (names.Contains(setting.Split('=')[0]))
                return true;
        return false;
    }

    private static InfluenceOptions Apply(InfluenceOptions options, string setting)
    {
        if (setting.Split('=') is not [{ Length: > 0 } name, { Length: > 0 } value])
            throw new UsageException($"--rule {setting} is not of the form name=value.");
        return value == "off" ? TurnOff(options, name) : Change(options, name, value);
    }

    private static InfluenceOptions TurnOff(InfluenceOptions options, string name)
    {
        var rules = InfluenceRules.All.Where(rule => rule.Off is not null);
        return rules.FirstOrDefault(rule => rule.Name == name)?.Off is { } off
            ? off(options)
            : throw new UsageException(
                $"--rule {name}=off: no rule of that name can be turned off; these can: "
                + $"{string.Join(", ", rules.Select(rule => rule.Name))}.");
    }

    private static InfluenceOptions Change(InfluenceOptions options, string name, string value)
    {
        try
        {
            return (name == "preset" ? null : OptionsJson.With(options, name, value))
                ?? throw new UsageException(
                    $"--rule {name}: there is no such option; there are "
                    + string.Join(", ", OptionsJson.List(options).Select(o => o.Key).Where(key => key != "preset"))
                    + ".");
        }
        catch (JsonException)
        {
            var usual = OptionsJson.List(options).First(o => o.Key.StartsWith(name, StringComparison.Ordinal));
            throw new UsageException(
                $"--rule {name}={value}: not a value that this option takes; {usual.Key} is {usual.Value} unless "
                + "changed.");
        }
        catch (ArgumentOutOfRangeException outside)
        {
            throw new UsageException($"--rule {name}={value}: {outside.Message}");
        }
    }
}
