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

    /// <summary>The only parts that differ from day to day: the run's number, which follows the program, and seconds.</summary>
    public static string WithoutChanging(string text) => Seconds().Replace(Run().Replace(text, "$1 …"), "(… s)");

    private static IEnumerable<string> LinesOf(string text) =>
        text.ReplaceLineEndings("\n").TrimEnd('\n') is { Length: > 0 } said ? said.Split('\n') : [];

    private static IEnumerable<string> Broken(string line)
    {
        var shown = new StringBuilder();
        foreach (var word in line.Split(' '))
        {
            if (shown.Length > 0 && shown.Length + word.Length >= Columns)
            {
                yield return shown.ToString();
                shown.Clear().Append(word);
            }
            else
                shown.Append(shown.Length > 0 ? " " : "").Append(word.Length > 0 ? word : " ");
        }
        yield return shown.ToString();
    }

    [GeneratedRegex("([Rr]un) [0-9a-f]{16}")]
    private static partial Regex Run();

    [GeneratedRegex(@"\([0-9]+\.[0-9] s\)")]
    private static partial Regex Seconds();
}
