namespace InfluencerMap.Storage;

/// <summary>The collections of each source: what they gave, set aside, and whether they reached their end.</summary>
public sealed class CollectionStore
{
    private readonly Database _database;

    internal CollectionStore(Database database) => _database = database;

    /// <summary>Notes that a source is being collected. Its batches are counted as they are stored.</summary>
    /// <returns>The collection's number, for its batches and its end.</returns>
    public Task<long> BeginAsync(string source, DateTime at, CancellationToken cancellation) =>
        _database.WriteAsync(
            session => session.FirstAsync<long>(Query.BeginCollection, new { Source = source, At = at }),
            cancellation);

    /// <summary>Notes that a collection reached its end; one that is broken off never does.</summary>
    public Task CompleteAsync(long collectionId, DateTime at, CancellationToken cancellation) =>
        _database.ExecuteAsync(
            Query.CompleteCollection, new { CollectionId = collectionId, At = at }, cancellation);

    /// <summary>The last collection of every source that was ever collected, by the source's name.</summary>
    public Task<CollectionRecord[]> LastAsync(CancellationToken cancellation) =>
        _database.ReadAsync(
            async session => await RecordsAsync(session, await session.QueryAsync<Row>(Query.ReadLastCollections)),
            cancellation);

    /// <summary>The collections that a run names as its sources, in its order.</summary>
    public Task<CollectionRecord[]> OfAsync(Run run, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var rows = new List<Row>();
                foreach (var source in run.Sources)
                    rows.AddRange(await session.QueryAsync<Row>(
                        Query.FindCollection, new { source.Source, BeganAt = source.CollectedAt }));
                return await RecordsAsync(session, rows);
            },
            cancellation);

    private static async Task<CollectionRecord[]> RecordsAsync(Session session, IReadOnlyList<Row> rows)
    {
        var records = new CollectionRecord[rows.Count];
        for (var i = 0; i < records.Length; i++)
            records[i] = rows[i].ToRecord(await session.QueryAsync<CollectionOutcome>(
                Query.ReadCollectionOutcomes, new { CollectionId = rows[i].Id }));
        return records;
    }

    internal static async Task AddAsync(Session session, CursorAdvance advance, AppendResult appended)
    {
        CollectionOutcome[] leftOut =
        [
            new(CollectionOutcome.PastRetention, appended.OutsideRetention),
            new(CollectionOutcome.Erased, appended.Erased),
        ];
        var outcomes = advance.Outcomes.Concat(leftOut.Where(outcome => outcome.Count > 0));
        await session.ExecuteAsync(
            Query.AddToCollection,
            new { advance.CollectionId, advance.Items, appended.Stored, appended.AlreadyThere });
        await session.ExecuteAsync(
            Query.AddCollectionOutcome,
            outcomes.Select(o => new { advance.CollectionId, o.Outcome, o.Count }));
    }

    private sealed record Row(
        long Id, string Source, DateTime BeganAt, DateTime? CompletedAt, long Items, long Stored, long AlreadyThere)
    {
        public CollectionRecord ToRecord(CollectionOutcome[] outcomes) => new(
            Source, BeganAt, CompletedAt is not null, Items, new(Stored, AlreadyThere), outcomes);
    }
}

/// <summary>One collection of one source.</summary>
/// <param name="BeganAt">UTC.</param>
/// <param name="IsComplete">Whether it reached its end; false while it goes on.</param>
/// <param name="Items">Source items read, such as messages; those that came again are counted again.</param>
/// <param name="Outcomes">Items that did not simply count, by what became of them.</param>
public sealed record CollectionRecord(
    string Source, DateTime BeganAt, bool IsComplete, long Items, AppendResult Appended,
    IReadOnlyList<CollectionOutcome> Outcomes);

/// <summary>What became of items of a source that did not simply count, and of how many.</summary>
public sealed record CollectionOutcome(string Outcome, long Count)
{
    /// <summary>Rows older than raw events may be kept: dropped.</summary>
    public const string PastRetention = "pastRetention";

    /// <summary>Rows of people who were erased: left out.</summary>
    public const string Erased = "erased";
}
