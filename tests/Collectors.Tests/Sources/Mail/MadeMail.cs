using System.Text;
using InfluencerMap.Collectors;

namespace InfluencerMap.Tests.Sources;

/// <summary>Made mails for tests of what programs leave in files of mail.</summary>
internal static class MadeMail
{
    public const string Separator = "From ada@made.example Mon Nov  2 10:00:00 2026\n";

    /// <summary>A mail from Ada to somebody, with more fields.</summary>
    public static string To(string recipient, string fields = "", string body = "hello\n") =>
        $"From: Ada <ada@made.example>\nTo: {recipient}@made.example\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n"
        + $"Message-ID: <{recipient}@made.example>\n{fields}\n{body}\n";

    /// <summary>A mail with no fields but these, a line each.</summary>
    public static string Of(params string[] fields) => string.Join('\n', fields) + "\n\nhello\n\n";

    public static Collected Read(string name, string text, string? format = null) =>
        Read([(name, Encoding.UTF8.GetBytes(text))], format);

    public static Collected Read(
        IEnumerable<(string Name, byte[] Bytes)> files, string? format = null, InteractionsCsvOptions? options = null)
    {
        using var source = SourceFiles.InMemory(files);
        return Samples.Read(source, format, options);
    }

    /// <summary>The local parts of who got something, in order.</summary>
    public static string Recipients(this Collected read) =>
        string.Join(' ', read.Pairs().Select(pair => pair[(pair.IndexOf('>') + 1)..].Split('@')[0]));
}
