using InfluencerMap.Tests;

namespace InfluencerMap.Cli.Tests.FirstDay;

/// <summary>A page of the documentation that shows commands with their output, each in a block of its own.</summary>
internal sealed class Guide(string path)
{
    private const string Begin = "```\n$ ";
    private const string End = "\n```";

    private readonly string _fullPath = Path.Combine(SharedData.RepositoryRoot, path);

    public string Text => File.ReadAllText(_fullPath).ReplaceLineEndings("\n");

    /// <summary>The blocks that begin with a prompt, without their fences.</summary>
    public string[] Blocks() => [.. Places(Text).Select(place => Text[place])];

    /// <summary>The page without its blocks.</summary>
    public string Words() =>
        Blocks().Aggregate(Text, (text, block) => text.Replace(block, "", StringComparison.Ordinal));

    /// <summary>Puts these blocks in place of those of the page, one for each.</summary>
    public void Write(IReadOnlyList<string> blocks)
    {
        var text = Text;
        foreach (var (place, block) in Places(text).Zip(blocks).Reverse())
            text = text[..place.Start] + block + text[place.End..];
        File.WriteAllText(_fullPath, text);
    }

    /// <summary>The first line that differs, with its number; null where none does.</summary>
    public string? FirstDifference(IReadOnlyList<string> blocks)
    {
        var text = Text;
        var places = Places(text).ToArray();
        if (places.Length != blocks.Count)
            return $"{path} shows {places.Length} commands, but there are {blocks.Count}.";
        foreach (var (place, block) in places.Zip(blocks))
        {
            var (shown, said) = (text[place].Split('\n'), block.Split('\n'));
            for (var i = 0; i < Math.Max(shown.Length, said.Length); i++)
                if (Line(shown, i) != Line(said, i))
                    return $"{path}, line {text[..place.Start.Value].Count(c => c == '\n') + i + 1}, is\n  "
                        + $"{Line(shown, i) ?? "(no line)"}\nbut the program says\n  {Line(said, i) ?? "(no line)"}";
        }
        return null;
    }

    private static string? Line(string[] lines, int index) =>
        index < lines.Length ? Transcript.WithoutChanging(lines[index]) : null;

    private static IEnumerable<Range> Places(string text)
    {
        for (var at = 0; text.IndexOf(Begin, at, StringComparison.Ordinal) is >= 0 and var begin;)
        {
            var start = begin + "```\n".Length;
            at = text.IndexOf(End, start, StringComparison.Ordinal);
            yield return start..at;
        }
    }
}
