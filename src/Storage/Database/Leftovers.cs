namespace InfluencerMap.Storage;

/// <summary>
/// Files next to a store that are no longer needed: a journal that SQLite ended without deleting it, and what a restore
/// unpacked before its process was killed. Both hold what the store held.
/// </summary>
internal static class Leftovers
{
    /// <summary>Deletes them; a journal that is still to be rolled back stays.</summary>
    public static void Remove(string file)
    {
        RemoveJournal(file);
        if (Directory.Exists(file + ".restoring"))
            Directory.Delete(file + ".restoring", recursive: true);
    }

    public static void RemoveJournal(string file)
    {
        if (IsEnded(file + "-journal"))
            File.Delete(file + "-journal");
    }

    /// <summary>SQLite ends a journal that it keeps by writing zeros over its beginning.</summary>
    private static bool IsEnded(string journal)
    {
        if (!File.Exists(journal))
            return false;
        using var stream = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> beginning = stackalloc byte[8];
        return stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) < beginning.Length
            || !beginning.ContainsAnyExcept((byte)0);
    }
}
