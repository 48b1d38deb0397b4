using System.IO.Compression;
using System.Text.Json;

namespace InfluencerMap.Storage;

/// <summary>A backup that is read: what it says of itself, and its two files.</summary>
internal sealed class BackupFile : IAsyncDisposable
{
    private readonly ZipArchive _archive;

    private BackupFile(ZipArchive archive, BackupManifest manifest) => (_archive, Manifest) = (archive, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="StoreException">It is none, or of a newer program.</exception>
    public static async Task<BackupFile> OpenAsync(string file, CancellationToken cancellation)
    {
        var archive = await OpenArchiveAsync(file, cancellation);
        try
        {
            return new(archive, await ReadManifestAsync(archive, file, cancellation));
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="StoreException">It is damaged.</exception>
    public async Task UnpackAsync(string name, string path, string hash, CancellationToken cancellation)
    {
        try
        {
            await using var packed = await (_archive.GetEntry(name) ?? throw new InvalidDataException(name))
                .OpenAsync(cancellation);
            await using var file = PrivateFile.Create(path);
            await packed.CopyToAsync(file, cancellation);
        }
        catch (InvalidDataException e)
        {
            throw NoBackup(name, e);
        }
        if (await StoreBackup.HashAsync(path, cancellation) != hash)
            throw new StoreException($"The backup is damaged: {name} in it is not what was packed. Take another one.");
        await StoreBackup.RequireSoundAsync(path, cancellation);
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    private static async Task<ZipArchive> OpenArchiveAsync(string file, CancellationToken cancellation)
    {
        var stream = File.OpenRead(file);
        try
        {
            return await ZipArchive.CreateAsync(
                stream, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellation);
        }
        catch (InvalidDataException e)
        {
            await stream.DisposeAsync();
            throw NoBackup(file, e);
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(
        ZipArchive archive, string file, CancellationToken cancellation)
    {
        if (archive.GetEntry(StoreBackup.ManifestEntry) is not { } entry)
            throw NoBackup(file, null);
        try
        {
            await using var text = await entry.OpenAsync(cancellation);
            var manifest = BackupManifest.Read(text);
            return manifest.Format <= BackupManifest.FormatNow && manifest.Schema <= Schema.Newest
                ? manifest
                : throw new StoreException(
                    $"{Path.GetFileName(file)} has schema {manifest.Schema}, newer than the {Schema.Newest} of this "
                    + "program. Install the newer program.");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw NoBackup(file, e);
        }
    }

    private static StoreException NoBackup(string file, Exception? inner) => new(
        $"{Path.GetFileName(file)} is no backup of this program, or it is damaged. One is made by influencermap "
        + "backup.",
        inner);
}
