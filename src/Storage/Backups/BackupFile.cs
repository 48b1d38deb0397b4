using System.IO.Compression;
using System.Text.Json;

namespace InfluencerMap.Storage;

/// <summary>A backup that is read: what it says of itself, and its two files.</summary>
internal sealed class BackupFile(ZipArchive archive, BackupManifest manifest) : IAsyncDisposable
{
    public BackupManifest Manifest => manifest;

    /// <exception cref="StoreException">It is none, or of a newer program.</exception>
    public static async Task<BackupFile> OpenAsync(string file, CancellationToken cancellation)
    {
        ZipArchive? archive = null;
        try
        {
            archive = await ZipFile.OpenReadAsync(file, cancellation);
            var entry = archive.GetEntry(StoreBackup.ManifestEntry) ?? throw new InvalidDataException();
            await using var text = await entry.OpenAsync(cancellation);
            var manifest = BackupManifest.Read(text);
            return manifest.Format <= BackupManifest.FormatNow && manifest.Schema <= Schema.Newest
                ? new(archive, manifest)
                : throw new StoreException(
                    $"{Path.GetFileName(file)} has schema {manifest.Schema}, newer than the {Schema.Newest} of this "
                    + "program. Install the newer program.");
        }
        catch (Exception e)
        {
            if (archive is not null)
                await archive.DisposeAsync();
            if (e is JsonException or InvalidDataException)
                throw NoBackup(file, e);
            throw;
        }
    }

    /// <exception cref="StoreException">It is damaged.</exception>
    public async Task UnpackAsync(string name, string path, string hash, CancellationToken cancellation)
    {
        try
        {
            await using var packed = await (archive.GetEntry(name) ?? throw new InvalidDataException(name))
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

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    private static StoreException NoBackup(string file, Exception inner) => new(
        $"{Path.GetFileName(file)} is no backup of this program, or it is damaged. One is made by influencermap "
        + "backup.",
        inner);
}
