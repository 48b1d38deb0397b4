using System.Text.Json;

namespace InfluencerMap.Storage;

/// <summary>
/// What must outlive a restore: who was erased, what people said of their own data, which keys of callers were revoked.
/// In place of anybody stands a keyed hash.
/// </summary>
public sealed record Withdrawals
{
    private const int FormatNow = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public int Format { get; init; } = FormatNow;

    /// <summary>When they were read, UTC.</summary>
    public required DateTime ReadAt { get; init; }

    /// <summary>The key of the audit is known again by this.</summary>
    public required string KeyCheck { get; init; }

    /// <summary>In place of each handle of the erased, as the store keeps them.</summary>
    public required IReadOnlyList<string> Tombstones { get; init; }

    /// <summary>The key of those hashes, encrypted under that of the audit.</summary>
    public required IReadOnlyList<StoreKeyRow> TombstoneKeys { get; init; }

    /// <summary>In the order in which they were written down.</summary>
    public required IReadOnlyList<SaidAct> Acts { get; init; }

    /// <summary>Ids of revoked keys.</summary>
    public required IReadOnlyList<string> RevokedKeys { get; init; }

    internal bool IsEmpty => Tombstones.Count == 0 && Acts.Count == 0 && RevokedKeys.Count == 0;

    /// <summary>Writes them to a file for its owner alone; one that is there is replaced in one step.</summary>
    public async Task WriteAsync(string file, CancellationToken cancellation)
    {
        var written = file + ".new";
        File.Delete(written);
        await using (var stream = PrivateFile.Create(written))
            await JsonSerializer.SerializeAsync(stream, this, Json, cancellation);
        File.Move(written, file, overwrite: true);
    }

    /// <exception cref="StoreException">The file holds none.</exception>
    public static async Task<Withdrawals> ReadFileAsync(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        try
        {
            return await JsonSerializer.DeserializeAsync<Withdrawals>(stream, Json, cancellation) is
                { Format: FormatNow } read ? read : throw new JsonException("The file has another form.");
        }
        catch (JsonException e)
        {
            throw new StoreException(
                $"{Path.GetFileName(file)} holds no withdrawals. Such a file is made by influencermap backup "
                + "--withdrawals.",
                e);
        }
    }
}

/// <summary>An act of a person about their own data.</summary>
/// <param name="Person">Keyed hash of the person's id.</param>
/// <param name="State">What was asked for; null where the act does not speak of it.</param>
/// <param name="ExternalContacts">As of <see cref="ConsentRecord"/>.</param>
/// <param name="TextVersion">As of <see cref="ConsentRecord"/>.</param>
/// <param name="At">When it was said, UTC.</param>
/// <param name="Channel">How it was said.</param>
/// <param name="RecordedBy">The role that wrote it down.</param>
/// <param name="RecordedAt">When it was written down, UTC.</param>
public sealed record SaidAct(
    string Person, ConsentState? State, bool? ExternalContacts, string TextVersion, DateTime At, string Channel,
    string RecordedBy, DateTime RecordedAt);

/// <summary>What came of a replay.</summary>
/// <param name="Erased">People erased again.</param>
/// <param name="Acts">Acts that were not on record.</param>
/// <param name="RevokedKeys">Keys revoked again.</param>
public sealed record Replayed(int Erased, int Acts, int RevokedKeys);
