namespace InfluencerMap.Storage;

/// <summary>
/// The key behind the chain of the audit and over the one of the tombstones. It belongs to the customer, is never in
/// the store, and is not the one behind the pseudonyms: the service that answers HTTP has no need to make those.
/// </summary>
internal static class AuditKey
{
    public const string Variable = "INFLUENCERMAP_AUDIT_KEY";

    /// <summary>The key until now, for a rotation, or to restore a backup that is older than one.</summary>
    public const string FormerVariable = "INFLUENCERMAP_AUDIT_KEY_FORMER";

    private const string Purpose = "audit";

    private static readonly KeyPlace Place = new(Variable);

    /// <summary>What the audit and the store keep of the key, to know it again.</summary>
    public static string CheckOf(byte[] key) => SealedKey.CheckOf(key, Purpose);

    /// <summary>From the environment, else from a file beside an embedded store. Null where neither is.</summary>
    /// <param name="auditFile">The file of the audit; null on a server.</param>
    public static byte[]? Find(string? auditFile) => Place.Find(auditFile);

    /// <summary>For whatever depends on it: nothing is made here.</summary>
    /// <exception cref="StoreException">There is none.</exception>
    public static byte[] Require(string? auditFile) => Find(auditFile) ?? throw Missing(auditFile);

    /// <summary>The key until now, from its own variable. Null where that is not set.</summary>
    public static byte[]? FindFormer() => new KeyPlace(FormerVariable).FromVariable();

    /// <summary>The key until now: from its own variable, or the file that the new one takes the place of.</summary>
    public static byte[] RequireFormer(string? auditFile) => FindFormer()
        ?? (Place.IsVariableSet ? KeyPlace.FromFile(auditFile) : null)
        ?? throw new StoreException(
            $"Set {Variable} to the new key of the audit, and {FormerVariable} to the one until now"
            + (auditFile is null ? "." : ", unless that lies in the key file beside the store."));

    /// <summary>Makes a key file for its owner alone to read, so that a trial needs no set-up.</summary>
    public static byte[] Create(string? auditFile) => auditFile is null
        ? throw new StoreException($"A store on a server needs {Variable}. {KeyPlace.HowToMake}")
        : KeyPlace.Create(auditFile);

    public static StoreException Missing(string? auditFile) => new(
        "The key of the audit is missing, and the audit or hashes of erased people depend on it; nothing was done. "
        + Place.Remedy(auditFile));

    /// <param name="what">What depends on the right one.</param>
    public static StoreException Wrong(string? auditFile, string what) => new(
        $"The key of the audit is not the one that {what} made with; nothing was done. {Place.Remedy(auditFile)} To "
        + "change it: influencermap keys rotate --audit.");

    /// <param name="isFormerSet">Whether the variable of the former key holds one.</param>
    public static StoreException WrongForBackup(bool isFormerSet) => new(
        "The key of the audit is not the one that the audit was made with"
        + (isFormerSet ? ", nor is the former; " : "; ")
        + $"nothing was done. Set {Variable} as it was then, or, where it has changed since, {FormerVariable} to the "
        + "key as it was then.");

    /// <summary>How long it is, and where it comes from.</summary>
    public static string Describe(byte[] key, string? auditFile) => Place.Describe(key, auditFile, "the backups");
}
