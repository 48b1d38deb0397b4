using System.CommandLine;
using System.Numerics;

namespace InfluencerMap.Cli;

/// <summary>Creates an option in one line each, and checks that numbers are within their bounds.</summary>
internal static class Options
{
    /// <param name="name">With its hyphens.</param>
    /// <param name="helpName">What help calls its value; null where the values are listed.</param>
    /// <param name="description">For the help.</param>
    public static Option<T> Of<T>(string name, string? helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };

    /// <param name="name">With its hyphens.</param>
    /// <param name="helpName">What help calls its value; null where the values are listed.</param>
    /// <param name="description">For the help.</param>
    /// <param name="usual">Its value when it is left out.</param>
    public static Option<T> Of<T>(string name, string? helpName, string description, T usual) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => usual };

    /// <summary>An option that is there or not.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>An option that takes one of these words, as they are written.</summary>
    public static Option<T> Word<T>(string name, string description, params string[] words)
    {
        var option = Of<T>(name, string.Join('|', words), description);
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <summary>The number that was given.</summary>
    /// <exception cref="UsageException">It is outside its bounds.</exception>
    public static T Require<T>(ParseResult parsed, Option<T> option, T min, T max) where T : struct, INumber<T> =>
        Require(option.Name, parsed.GetValue(option), min, max);

    /// <inheritdoc cref="Require{T}(ParseResult, Option{T}, T, T)"/>
    public static T Require<T>(string option, T value, T min, T max) where T : struct, INumber<T> =>
        value >= min && value <= max
            ? value
            : throw new UsageException($"{option} {value} is outside {min} … {max}.");
}
