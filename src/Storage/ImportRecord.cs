namespace InfluencerMap.Storage;

/// <summary>What one import of interactions read and stored.</summary>
public sealed record ImportRecord
{
    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Name of the file without its folder.</summary>
    public required string FileName { get; init; }

    public required string Format { get; init; }

    /// <summary>SHA-256 of the file's bytes, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required long RowsRead { get; init; }

    public required long RowsStored { get; init; }

    public required long RowsAlreadyThere { get; init; }

    /// <summary>Rows whose source is their target: dropped.</summary>
    public required long RowsToOneself { get; init; }

    /// <summary>Rows that could not be read: skipped.</summary>
    public required long RowsBad { get; init; }
}

/// <summary>An import as stored.</summary>
internal sealed record ImportRow(
    long AtMs, string FileName, string Format, string Sha256,
    long RowsRead, long RowsStored, long RowsAlreadyThere, long RowsToOneself, long RowsBad)
{
    public static ImportRow From(ImportRecord import) => new(
        Instant.ToMs(import.At), import.FileName, import.Format, import.Sha256,
        import.RowsRead, import.RowsStored, import.RowsAlreadyThere, import.RowsToOneself, import.RowsBad);

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
    };
}
