namespace InfluencerMap.Cli;

/// <summary>Words as each scheduler reads them: blanks, quotes and signs reach the program as they are.</summary>
internal static class Quoted
{
    /// <summary>In a list or at the head of a command of a unit.</summary>
    public static string ForSystemd(string word)
    {
        var escaped = Specifiers(word).Replace("\\", "\\\\").Replace("\"", "\\\"");
        return word.Length == 0 || word.Any(letter => char.IsWhiteSpace(letter) || letter is '\'' or '"' or ';')
            ? $"\"{escaped}\""
            : escaped;
    }

    /// <summary>Further words of a command, in which systemd puts in variables besides.</summary>
    public static string ForSystemdArgument(string word) => ForSystemd(word).Replace("$", "$$");

    /// <summary>Where a unit's line is one path, blanks and all.</summary>
    public static string Specifiers(string text) => text.Replace("%", "%%");

    public static string ForShell(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./,:=@+".Contains(letter))
            ? word
            : $"'{word.Replace("'", "'\\''")}'";

    /// <summary>In a batch file, for a program that reads its words as those of C do.</summary>
    public static string ForBatch(string word)
    {
        var escaped = word.Replace("%", "%%");
        if (word.Length > 0 && !word.Any(letter => char.IsWhiteSpace(letter) || "\"&|<>^();,='!`".Contains(letter)))
            return escaped;
        // Backslashes before a quote are read as escapes: they are doubled.
        var text = new System.Text.StringBuilder("\"");
        var slashes = 0;
        foreach (var letter in escaped)
        {
            if (letter == '"')
                text.Append('\\', slashes + 1);
            slashes = letter == '\\' ? slashes + 1 : 0;
            text.Append(letter);
        }
        return text.Append('\\', slashes).Append('"').ToString();
    }
}
