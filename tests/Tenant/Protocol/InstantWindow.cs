using System.Globalization;
using System.Text.RegularExpressions;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>Instants [From, To) that a <c>$filter</c> asks for.</summary>
internal readonly partial record struct InstantWindow(DateTime From, DateTime To)
{
    public static InstantWindow All { get; } = new(DateTime.MinValue, DateTime.MaxValue);

    public bool Holds(DateTime instant) => From <= instant && instant < To;

    /// <summary>Reads <c>property ge a and property lt b</c>; null where the filter names something else.</summary>
    public static InstantWindow? Parse(string filter, string property)
    {
        var window = All;
        foreach (var part in filter.Split(" and ", StringSplitOptions.TrimEntries))
        {
            if (Bound().Match(part) is not { Success: true } bound || bound.Groups[1].Value != property)
                return null;
            var instant = DateTimeOffset.Parse(bound.Groups[3].Value, CultureInfo.InvariantCulture).UtcDateTime;
            window = bound.Groups[2].Value switch
            {
                "ge" => window with { From = instant },
                "gt" => window with { From = instant.AddTicks(1) },
                "le" => window with { To = instant.AddTicks(1) },
                _ => window with { To = instant },
            };
        }
        return window;
    }

    [GeneratedRegex("^([A-Za-z]+) +(ge|gt|le|lt) +([0-9T:.+Z-]+)$")]
    private static partial Regex Bound();
}
