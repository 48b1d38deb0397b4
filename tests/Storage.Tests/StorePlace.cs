using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>Where the stores of one test lie. The contract tests run on any kind of store through this.</summary>
public abstract class StorePlace : IDisposable
{
    public abstract string Connection { get; }

    public Task<Store> OpenAsync() => Store.OpenAsync(Connection, TestContext.Current.CancellationToken);

    public abstract void Dispose();
}

/// <summary>An SQLite file in a folder of its own.</summary>
public sealed class SqliteFile : StorePlace
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("influencermap-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "store.db");

    public override string Connection => $"Data Source={Path};Default Timeout=1";

    public override void Dispose() => _folder.Delete(recursive: true);
}
