using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace InfluencerMap.Storage;

/// <summary>What one import of interactions read and stored.</summary>
public sealed record ImportRecord
{
    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Name of the file or folder, without its path.</summary>
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

[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
internal sealed partial class ImportJson : JsonSerializerContext;
