namespace InfluencerMap.Storage;

/// <summary>How files are laid out, under names: which column is which, and never what stands in one.</summary>
public sealed class MappingStore
{
    private readonly Database _database;

    internal MappingStore(Database database) => _database = database;

    /// <summary>Every mapping, by name.</summary>
    public Task<SavedMapping[]> ReadAsync(CancellationToken cancellation) =>
        _database.QueryAsync<SavedMapping>(Query.ReadMappings, null, cancellation);

    /// <summary>The mapping of that name; null where there is none.</summary>
    public Task<SavedMapping?> FindAsync(string name, CancellationToken cancellation) =>
        _database.FirstAsync<SavedMapping>(Query.FindMapping, new { Name = name }, cancellation);

    /// <summary>Saves it; one of the same name is replaced.</summary>
    public Task SaveAsync(SavedMapping mapping, CancellationToken cancellation) =>
        _database.ExecuteAsync(Query.SaveMapping, mapping, cancellation);

    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(string name, CancellationToken cancellation) =>
        await _database.ExecuteAsync(Query.ForgetMapping, new { Name = name }, cancellation) > 0;
}

/// <summary>How a kind of files is laid out.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Purpose">What such files hold.</param>
/// <param name="Options">As whoever saved it writes them.</param>
/// <param name="At">When it was saved, UTC.</param>
public sealed record SavedMapping(string Name, string Purpose, string Options, DateTime At);
