using System.Security.Cryptography;

namespace InfluencerMap.Storage;

/// <summary>Requests to see names: for a purpose, approved by somebody else, and only for a time.</summary>
public sealed class NamedViewStore
{
    /// <summary>Days that an approval lasts.</summary>
    public const int Days = 30;

    private readonly Database _database;

    internal NamedViewStore(Database database) => _database = database;

    /// <summary>Asks to see names.</summary>
    /// <param name="caller">Who asks, as the audit writes it.</param>
    /// <param name="purpose">What the names are for.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellation">Undoes the request.</param>
    public async Task<NamedView> RequestAsync(
        string caller, string purpose, string reason, DateTime at, CancellationToken cancellation)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        // As it is read again: in whole milliseconds.
        at = Instant.FromMs(Instant.ToMs(at));
        var view = new NamedView { Id = id, Caller = caller, Purpose = purpose, Reason = reason, RequestedAt = at };
        await _database.ExecuteAsync(Query.AddNamedView, view, cancellation);
        return view;
    }

    /// <summary>Approves a request of somebody else.</summary>
    /// <returns>False where there is none such, it is the approver's own, or it is approved already.</returns>
    public async Task<bool> ApproveAsync(
        string id, string approver, DateTime at, CancellationToken cancellation) =>
        await _database.ExecuteAsync(
            Query.ApproveNamedView,
            new { Id = id, ApprovedBy = approver, ApprovedAt = at, ExpiresAt = at.AddDays(Days) }, cancellation) > 0;

    public Task<NamedView?> FindAsync(string id, CancellationToken cancellation) =>
        _database.FirstAsync<NamedView>(Query.FindNamedView, new { Id = id }, cancellation);

    /// <summary>Every request, the last first.</summary>
    public Task<NamedView[]> ListAsync(CancellationToken cancellation) =>
        _database.QueryAsync<NamedView>(Query.ListNamedViews, null, cancellation);
}

/// <summary>A request to see names, and whether somebody else agreed.</summary>
public sealed record NamedView
{
    public required string Id { get; init; }

    /// <summary>Who asked, as the audit writes it.</summary>
    public required string Caller { get; init; }

    /// <summary>What the names are for: ambassadorProgramme, changeSupport, unitResilience or aggregateStudy.</summary>
    public required string Purpose { get; init; }

    public required string Reason { get; init; }

    public required DateTime RequestedAt { get; init; }

    /// <summary>Who agreed; null while nobody did.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>First instant at which it shows no name any more; null while nobody agreed.</summary>
    public DateTime? ExpiresAt { get; init; }

    public bool ShowsTo(string caller, DateTime at) => Caller == caller && at < ExpiresAt;
}
