using System.Runtime.InteropServices;

namespace InfluencerMap.Collectors;

/// <summary>
/// Finds the people whom a file names as managers: by id, by address, or by name where one person has it.
/// </summary>
internal sealed class ManagerTexts
{
    /// <summary>One word alone may be anybody's.</summary>
    private const int WordsMin = 2;

    private static readonly string[] Nobody =
    [
        "-", "--", "---", "–", "—", "/", "//", "n/a", "#n/a", "na", "n.a.", "nd", "n.d.", "none", "null", "nan",
        "nessuno", "nessuna", "no manager", "0",
    ];

    private readonly Dictionary<string, HashSet<string>> _idsByHandle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _idsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _idsByNumber = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leaving = new(StringComparer.Ordinal);

    private ILookup<string, string>? _namesByWord;

    /// <summary>Managers found whose number has other zeros before it than the id of theirs.</summary>
    public int OtherZerosCount { get; private set; }

    /// <summary>Managers found whose name has a word more or less than theirs.</summary>
    public int PartOfNameCount { get; private set; }

    /// <summary>Takes a person of the file or of the store.</summary>
    /// <param name="id">Id, in normal spelling.</param>
    /// <param name="handles">Addresses and handles, in normal spelling.</param>
    /// <param name="name">Null where none is known, and of a mailbox.</param>
    /// <param name="leaves">Whether the person leaves, so that another may have their address and name.</param>
    public void Know(string id, IEnumerable<string> handles, string? name, bool leaves)
    {
        if (leaves)
            _leaving.Add(id);
        foreach (var handle in handles.Prepend(id))
            Add(_idsByHandle, handle, id);
        if (NumberOf(id) is { } number)
            Add(_idsByNumber, number, id);
        if (name is not null && NameKey.Of(name) is { } key)
            Add(_idsByName, key, id);
    }

    /// <summary>The id of the one person meant, in normal spelling.</summary>
    /// <param name="text">A cell.</param>
    /// <param name="isAmbiguous">Whether there are several, so that nobody is meant.</param>
    public string? Find(string text, out bool isAmbiguous)
    {
        string[] parts = [text, .. PartsOf(text)];
        isAmbiguous = false;
        return FindBy(part => Handle.Normalise(part), _idsByHandle, [text, .. parts.Where(IsMark)], ref isAmbiguous)
            ?? FindByNumber(parts, ref isAmbiguous)
            ?? FindBy(part => NameKey.Of(part), _idsByName, parts, ref isAmbiguous)
            // Late, because a word of a name can be somebody else's handle.
            ?? FindBy(part => Handle.Normalise(part), _idsByHandle, parts, ref isAmbiguous)
            ?? FindByWords(NamesByPart, parts, ref isAmbiguous)
            ?? FindByWords(NamesByInitials, parts, ref isAmbiguous);
    }

    /// <summary>Lists of staff write <c>Rossi M.</c>: one letter stands for a word that begins with it.</summary>
    private IEnumerable<string> NamesByInitials(string[] words)
    {
        string[] whole = [.. words.Where(word => word.Length > 1)];
        return whole.Length == 0 || whole.Length == words.Length ? [] : whole.SelectMany(NamesWith).Where(name =>
            name.Split(' ').ToList() is var rest && whole.All(rest.Remove)
                && words.Where(word => word.Length == 1)
                    .All(letter => rest.RemoveAll(word => word.StartsWith(letter[0])) > 0));
    }

    /// <summary>A second given name is left out here or there: of the words of one name the other has all.</summary>
    private IEnumerable<string> NamesByPart(string[] words)
    {
        return words.SelectMany(NamesWith).Where(name =>
            name.Split(' ') is var all && (HasAll(all, words) || HasAll(words, all)));

        static bool HasAll(string[] words, string[] some) => some.Length >= WordsMin && some.All(words.Contains);
    }

    private string? FindByWords(
        Func<string[], IEnumerable<string>> namesOf, string[] parts, ref bool isAmbiguous)
    {
        foreach (var part in parts)
            if (!isAmbiguous && NameKey.Of(part)?.Split(' ') is { Length: >= WordsMin } words
                && OnlyOneOf(namesOf(words), ref isAmbiguous) is { } one)
                return one;
        return null;
    }

    /// <summary>Whom the names are of, where that is one person.</summary>
    private string? OnlyOneOf(IEnumerable<string> names, ref bool isAmbiguous)
    {
        string[] ids = [.. names.SelectMany(name => _idsByName[name]).Distinct(StringComparer.Ordinal)];
        isAmbiguous = ids.Length > 1;
        if (ids is not [var only])
            return null;
        PartOfNameCount++;
        return only;
    }

    private IEnumerable<string> NamesWith(string word)
    {
        // Made when it is first asked for: nearly all managers are found without.
        _namesByWord ??= _idsByName.Keys.SelectMany(name => name.Split(' ').Select(word => (word, name)))
            .ToLookup(pair => pair.word, pair => pair.name, StringComparer.Ordinal);
        return _namesByWord[word];
    }

    /// <summary>Whether the cell says that there is no manager.</summary>
    public static bool IsNobody(string text) => Nobody.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What programs write in one cell: <c>Name (id)</c>, <c>Name &lt;address&gt;</c>, <c>id - Name</c>,
    /// <c>CN=Name,OU=…</c>.
    /// </summary>
    private static IEnumerable<string> PartsOf(string text)
    {
        if (text.StartsWith("CN=", StringComparison.OrdinalIgnoreCase))
            yield return text[3..(text.AsSpan(3).IndexOf(',') is >= 0 and var end ? 3 + end : text.Length)];
        foreach (var (open, close) in ((char, char)[])[('(', ')'), ('<', '>'), ('[', ']'), ('{', '}')])
            if (text.LastIndexOf(open) is >= 0 and var start && text.IndexOf(close, start) is >= 0 and var stop)
            {
                yield return text[(start + 1)..stop];
                yield return text[..start] + text[(stop + 1)..];
            }
        foreach (var mark in (string[])[" - ", " – ", "|", ";", ":", "/", ","])
            if (text.Split(mark, 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } before, { Length: > 0 } after])
            {
                yield return before;
                yield return after;
            }
        if (text.Split(' ', 2, StringSplitOptions.TrimEntries) is [var first, var rest] && first.Any(char.IsAsciiDigit))
        {
            yield return first;
            yield return rest;
        }
    }

    /// <summary>A whole number as spreadsheets change it: <c>0005</c>, <c>5</c> and <c>5.0</c> are one.</summary>
    private static string? NumberOf(string text) => LeadingZeros.Without(WithoutFraction(text));

    private static string WithoutFraction(string text) =>
        text.Trim() is [.. var number, '.' or ',', '0'] ? number : text.Trim();

    private static void Add(Dictionary<string, HashSet<string>> ids, string key, string id) =>
        (CollectionsMarshal.GetValueRefOrAddDefault(ids, key, out _) ??= new(StringComparer.Ordinal)).Add(id);

    private static bool IsMark(string part) => part.Any(c => c == '@' || char.IsAsciiDigit(c));

    private string? FindBy(
        Func<string, string?> keyOf, Dictionary<string, HashSet<string>> ids, IEnumerable<string> parts,
        ref bool isAmbiguous)
    {
        foreach (var part in parts)
            if (keyOf(part) is { } key && ids.TryGetValue(key, out var all))
            {
                if (all.Count == 1 || all.Count(id => !_leaving.Contains(id)) == 1)
                    return all.OrderBy(_leaving.Contains).First();
                isAmbiguous = true;
            }
        return null;
    }

    private string? FindByNumber(string[] parts, ref bool isAmbiguous)
    {
        foreach (var part in parts)
            if (NumberOf(part) is { } number
                && FindBy(_ => number, _idsByNumber, [part], ref isAmbiguous) is { } id)
            {
                OtherZerosCount += WithoutFraction(part) == WithoutFraction(id) ? 0 : 1;
                return id;
            }
        return null;
    }
}
