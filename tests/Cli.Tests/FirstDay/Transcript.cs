using System.Text;
using System.Text.RegularExpressions;

namespace InfluencerMap.Cli.Tests.FirstDay;

/// <summary>Commands and what they said, as a terminal of 80 columns shows them.</summary>
internal static partial class Transcript
{
    public const int Columns = 80;

    /// <summary>
    /// What a command said: its result, then what it told beside it, which is the order of all commands that do both.
    /// A terminal breaks long lines between words; where output goes elsewhere, results are broken already.
    /// </summary>
    public static string Of(string command, CliResult result) => string.Join(
        '\n', ((string[])[$"$ {command}", .. LinesOf(result.Output), .. LinesOf(result.Error).SelectMany(Broken)])
            .Select(line => line.TrimEnd()));

    /// <summary>Without what differs from day to day: the run's id, which follows the program, and seconds.</summary>
    public static string WithoutChanging(string text) => Seconds().Replace(Run().Replace(text, "…"), "(… s)");

    private static IEnumerable<string> LinesOf(string text) =>
        text.ReplaceLineEndings("\n").TrimEnd('\n') is { Length: > 0 } said ? said.Split('\n') : [];

    private static IEnumerable<string> Broken(string line)
    {
        var words = line.TrimStart().Split(' ');
        var shown = new StringBuilder(line[..^line.TrimStart().Length] + words[0]);
        foreach (var word in words.Skip(1))
            if (shown.Length + 1 + word.Length > Columns)
            {
                yield return shown.ToString();
                shown.Clear().Append(word);
            }
            else
                shown.Append(' ').Append(word);
        yield return shown.ToString();
    }

    [GeneratedRegex(@"\b[0-9a-f]{16}\b")]
    private static partial Regex Run();

    [GeneratedRegex(@"\([0-9]+\.[0-9] s\)")]
    private static partial Regex Seconds();
}
