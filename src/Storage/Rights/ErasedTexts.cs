using System.Text.RegularExpressions;

namespace InfluencerMap.Storage;

/// <summary>
/// Takes what stands for a person out of texts that people wrote freely: names of files, reasons, names of groups, how
/// somebody else agreed. The texts stay, with a word in place of the person. Positions of sources that name the
/// person's mailbox go.
/// </summary>
/// <remarks>
/// Versions of texts and numbers of agreements stay as they are: in them "2026" is a year, whoever has it as an id, and
/// they are what shows that others agreed.
/// </remarks>
internal sealed class ErasedTexts
{
    public const string Replacement = "(erased)";

    /// <summary>Shorter words stand in texts that mean somebody else, so they count as a whole text only.</summary>
    private const int LengthMin = 4;

    private readonly Regex _words;

    /// <param name="words">Id, name, handles and keys of the person.</param>
    public ErasedTexts(IEnumerable<string> words)
    {
        var forms = words.SelectMany(word => (string[])[word, Uri.EscapeDataString(word)])
            .Where(form => form.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(form => form.Length)
            .Select(form => form.Length < LengthMin
                ? $"^{Regex.Escape(form)}$"
                : $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(form)}(?![\p{{L}}\p{{N}}])");
        _words = new(string.Join('|', forms), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    public async Task RedactAsync(Session session)
    {
        foreach (var text in await session.QueryAsync<TextRow>(Query.ReadFreeTexts))
            if (_words.IsMatch(text.Words))
                await session.ExecuteAsync(
                    text.Statement, text with { Words = _words.Replace(text.Words, Replacement) });
        foreach (var cursor in await session.QueryAsync<CursorRow>(Query.ReadAllCursors))
            if (_words.IsMatch(cursor.Scope) || _words.IsMatch(cursor.Value))
                await session.ExecuteAsync(Query.ForgetCursor, cursor);
    }

    /// <summary>A text, and the statement that writes it anew.</summary>
    private sealed record TextRow(Query Statement, string Id, string Words);

    private sealed record CursorRow(string Source, string Scope, string Value);
}
