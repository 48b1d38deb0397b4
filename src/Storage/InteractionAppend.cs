using System.Data.Common;
using InfluencerMap.Graph.Identities;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Storage;

/// <summary>Rows and the accounts they name, in one transaction. A row that is there already stays as it is.</summary>
internal sealed class InteractionAppend : IAsyncDisposable
{
    private readonly Session _session;
    private readonly InteractionInsert _insert;
    private readonly RetentionGate _gate;
    private readonly HashSet<int> _erased;
    private long _rowCount;
    private long _erasedCount;
    private int _accountIdMax;

    private InteractionAppend(Session session, RetentionGate gate, HashSet<int> erased)
    {
        (_session, _gate, _erased) = (session, gate, erased);
        _insert = session.InsertInteractions();
    }

    public static async Task<InteractionAppend> BeginAsync(Session session)
    {
        await session.ExecuteAsync(Query.PrepareAppend);
        return new(
            session, await RetentionStore.ReadGateAsync(session, session.Now),
            await Tombstones.AccountsAsync(session));
    }

    /// <summary>Whether an event is older than may be kept.</summary>
    public bool IsPast(in Interaction interaction) => _gate.IsPast(interaction);

    /// <summary>Leaves out what is of an erased person: it went with them, and does not come back.</summary>
    /// <exception cref="RetentionException">The event is older than may be kept.</exception>
    public ValueTask AddAsync(in Interaction interaction)
    {
        if (_erased.Count > 0 && (_erased.Contains(interaction.Source) || _erased.Contains(interaction.Target)))
        {
            _erasedCount++;
            return ValueTask.CompletedTask;
        }
        if (IsPast(interaction))
            throw _gate.Refuse(interaction);
        _accountIdMax = Math.Max(_accountIdMax, Math.Max(interaction.Source, interaction.Target));
        _rowCount++;
        return _insert.AddAsync(interaction);
    }

    /// <param name="newAccounts">The accounts named that the store lacks.</param>
    public async Task<AppendResult> EndAsync(IReadOnlyList<Account> newAccounts)
    {
        var stored = await _insert.EndAsync();
        try
        {
            await _session.ExecuteAsync(
                Query.AddAccount,
                newAccounts.Select(a => new { AccountId = a.Id, Kind = (int)AccountKind.Unknown }));
            // A handle that was an erased person's is not written down again: its account stays nobody's.
            if (newAccounts.Count > 0)
            {
                var tombstones = await Tombstones.ReadAsync(_session);
                await _session.ExecuteAsync(
                    Query.AddAccountHandle,
                    newAccounts.Where(a => !tombstones.Hold(a.Handle)).Select(a => new { AccountId = a.Id, a.Handle }));
            }
        }
        catch (DbException e) when (_session.IsTaken(e))
        {
            throw new StoreException(
                "Another process added accounts meanwhile; nothing of this step was stored. Try once more.", e);
        }
        var storedMax = await _session.FirstAsync<long>(Query.ReadAccountIdMax);
        return _accountIdMax <= storedMax
            ? new(stored, _rowCount - stored) { Erased = _erasedCount }
            : throw new ArgumentException(
                $"The interactions name account {_accountIdMax}; the accounts stored or new end at {storedMax}.");
    }

    public ValueTask DisposeAsync() => _insert.DisposeAsync();
}

/// <summary>What an append did.</summary>
public readonly record struct AppendResult(long Stored, long AlreadyThere)
{
    /// <summary>Rows of people who were erased: left out.</summary>
    public long Erased { get; init; }
}
