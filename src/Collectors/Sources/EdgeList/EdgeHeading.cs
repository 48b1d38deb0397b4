namespace InfluencerMap.Collectors;

/// <summary>The columns, 0-based, of source, target and weight; −1 for a weight in no column that is known.</summary>
internal readonly record struct EdgeColumns(int Source, int Target, int Weight)
{
    /// <summary>Where no heading says anything else.</summary>
    public static EdgeColumns Usual => new(0, 1, 2);
}

/// <summary>The words that head the columns of edge lists, in English and Italian.</summary>
internal static class EdgeHeading
{
    private static readonly HashSet<string> Sources = Words(
        "source", "sources", "src", "from", "fromid", "fromnode", "fromnodeid", "sourceid", "sourcenode", "start",
        "startid", "startnode", "sender", "node1", "nodea", "id1", "person1", "user1", "vertex1", "actor1", "ego",
        "caller", "follower", "citing", "mittente", "origine", "sorgente", "nodo1", "initiator");

    private static readonly HashSet<string> Targets = Words(
        "target", "targets", "dst", "dest", "destination", "to", "toid", "tonode", "tonodeid", "targetid", "targetnode",
        "end", "endid", "endnode", "recipient", "receiver", "node2", "nodeb", "id2", "person2", "user2", "vertex2",
        "actor2", "alter", "callee", "followee", "followed", "cited", "destinatario", "destinazione", "nodo2",
        "responder");

    private static readonly HashSet<string> Weights = Words(
        "weight", "weights", "w", "strength", "value", "count", "n", "amount", "length", "distance", "cost", "minutes",
        "times", "frequency", "freq", "score", "rating", "peso", "forza", "valore", "conteggio", "minuti", "distanza");

    private static readonly HashSet<string> NoNumbers = Words(
        "nan", "na", "inf", "infinity", "null", "none", "nil", "true", "false");

    /// <summary>Whether a cell of the row heads sources and another one targets, and where the columns are.</summary>
    public static bool TryFind(List<string> row, out EdgeColumns columns)
    {
        var (source, target) = (IndexOf(row, Sources), IndexOf(row, Targets));
        var weight = IndexOf(row, Weights);
        columns = new(source, target, weight >= 0 ? weight : source < 2 && target < 2 ? 2 : -1);
        return source >= 0 && target >= 0;
    }

    /// <summary>
    /// Whether a cell where a weight belongs is a word, and not a sign for a missing number.
    /// </summary>
    public static bool IsWord(string cell) =>
        cell.Length > 1 && cell.All(c => char.IsLetter(c) || c is ' ' or '_' or '-')
        && !NoNumbers.Contains(Plain(cell));

    /// <summary>
    /// Whether another id is written like a word of the heading, as <c>node7</c> is like <c>node1</c>: then the row
    /// holds ids.
    /// </summary>
    public static bool IsIdLike(string word, string id) =>
        word.Equals(id, StringComparison.OrdinalIgnoreCase)
        || (char.IsDigit(word[^1]) && id.Length > 0 && char.IsDigit(id[^1])
            && Stem(word).Equals(Stem(id), StringComparison.OrdinalIgnoreCase));

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) => word.TrimEnd("0123456789");

    private static int IndexOf(List<string> row, HashSet<string> words) => row.FindIndex(
        cell => words.Contains(Plain(cell)));

    /// <summary>Small letters and digits alone: <c>From_Node-Id</c> is <c>fromnodeid</c>.</summary>
    private static string Plain(string cell) =>
        string.Concat(cell.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static HashSet<string> Words(params string[] words) => new(words, StringComparer.Ordinal);
}
