using System.Text.Json;

namespace InfluencerMap.Storage;

/// <summary>What a backup holds, so that it can be judged without unpacking it. Nobody is in it.</summary>
public sealed record BackupManifest
{
    /// <summary>The form of the backups that this program writes and reads.</summary>
    public const int FormatNow = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required int Format { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Schema of the store.</summary>
    public required long Schema { get; init; }

    /// <summary>Id of the latest run; null where there is none.</summary>
    public required string? LatestRun { get; init; }

    public required RowCounts Counts { get; init; }

    /// <summary>Lines of the audit, and the hash of the last.</summary>
    public required AuditEnd Audit { get; init; }

    /// <summary>SHA-256 of the file of the store.</summary>
    public required string StoreHash { get; init; }

    /// <summary>SHA-256 of the file of the audit.</summary>
    public required string AuditHash { get; init; }

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">It is none.</exception>
    internal static BackupManifest Read(Stream text) =>
        JsonSerializer.Deserialize<BackupManifest>(text, Json) ?? throw new JsonException("It is empty.");
}

/// <summary>Rows by kind, by which a copy is compared with what it was made from.</summary>
public sealed record RowCounts(
    long People, long Accounts, long Interactions, long Runs, long Places, long Consents, long Erasures,
    long RevokedKeys);

/// <summary>The last line of an audit: its number, 0 where there is none, and its hash.</summary>
public sealed record AuditEnd(long Sequence, string Hash);
