using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfluencerMap.Storage;

/// <summary>What one import of interactions read and stored.</summary>
public sealed record ImportRecord
{
    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Name of the file or folder without what leads to it.</summary>
    public required string FileName { get; init; }

    public required string Format { get; init; }

    /// <summary>SHA-256 of the file's bytes, or of a folder over its files' names and hashes; hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required long RowsRead { get; init; }

    public required long RowsStored { get; init; }

    public required long RowsAlreadyThere { get; init; }

    /// <summary>Rows whose source is their target: dropped.</summary>
    public required long RowsToOneself { get; init; }

    /// <summary>Rows that could not be read: skipped.</summary>
    public required long RowsBad { get; init; }

    /// <summary>Items that the reader left out, by reason.</summary>
    public IReadOnlyDictionary<string, long> Dropped { get; init; } = ReadOnlyDictionary<string, long>.Empty;
}

/// <summary>An import as stored.</summary>
internal sealed record ImportRow(
    long AtMs, string FileName, string Format, string Sha256,
    long RowsRead, long RowsStored, long RowsAlreadyThere, long RowsToOneself, long RowsBad,
    string Dropped)
{
    public static ImportRow From(ImportRecord import) => new(
        Instant.ToMs(import.At), import.FileName, import.Format, import.Sha256,
        import.RowsRead, import.RowsStored, import.RowsAlreadyThere, import.RowsToOneself, import.RowsBad,
        JsonSerializer.Serialize(import.Dropped, ImportJson.Default.IReadOnlyDictionaryStringInt64));

    public ImportRecord ToRecord() => new()
    {
        At = Instant.FromMs(AtMs),
        FileName = FileName,
        Format = Format,
        Sha256 = Sha256,
        RowsRead = RowsRead,
        RowsStored = RowsStored,
        RowsAlreadyThere = RowsAlreadyThere,
        RowsToOneself = RowsToOneself,
        RowsBad = RowsBad,
        Dropped = JsonSerializer.Deserialize(Dropped, ImportJson.Default.IReadOnlyDictionaryStringInt64)!,
    };
}

[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
internal sealed partial class ImportJson : JsonSerializerContext;
