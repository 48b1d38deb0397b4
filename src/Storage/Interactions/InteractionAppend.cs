using System.Data.Common;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Rows and the accounts they name, in one transaction. A row that is there already stays as it is.</summary>
/// <param name="session">The transaction.</param>
/// <param name="gate">What retention allows.</param>
/// <param name="erased">Accounts of erased people.</param>
internal sealed class InteractionAppend(Session session, RetentionGate gate, HashSet<AccountId> erased)
    : IAsyncDisposable
{
    private readonly InteractionInsert _insert = session.InsertInteractions();
    private readonly HashSet<AccountId> _namedByLeftOut = [];
    private long _rowCount;
    private long _erasedCount;
    private long _pastCount;
    private bool[] _isNamed = new bool[1 << 10];
    private int _accountIdMax;
    private DateTime _first = DateTime.MaxValue;
    private DateTime _last = DateTime.MinValue;

    public static async Task<InteractionAppend> BeginAsync(Session session)
    {
        await session.ExecuteAsync(Query.PrepareAppend);
        return new(
            session, await RetentionStore.ReadGateAsync(session, session.Now),
            await Tombstones.AccountsAsync(session));
    }

    /// <summary>
    /// Leaves out what is of an erased person, since it went with them and does not come back, and what is older than
    /// may be kept. Both are counted.
    /// </summary>
    public ValueTask AddAsync(in Interaction<AccountId> interaction)
    {
        if (erased.Count > 0 && (erased.Contains(interaction.Source) || erased.Contains(interaction.Target)))
        {
            _erasedCount++;
            return LeaveOut(interaction);
        }
        if (gate.IsPast(interaction))
        {
            _pastCount++;
            return LeaveOut(interaction);
        }
        Name(interaction.Source);
        Name(interaction.Target);
        _rowCount++;
        if (interaction.At < _first)
            _first = interaction.At;
        if (interaction.At > _last)
            _last = interaction.At;
        return _insert.AddAsync(interaction);
    }

    /// <summary>New accounts that only rows left out name, at the end.</summary>
    public Account[] NotStored { get; private set; } = [];

    /// <summary>Accounts that something else than a row names: they are stored whatever is left out.</summary>
    public void Name(params IEnumerable<AccountId> accounts)
    {
        foreach (var account in accounts)
            Name(account);
    }

    /// <summary>Ends the rows, and stores the new accounts but those that only rows left out name.</summary>
    /// <param name="given">The accounts that the store lacks.</param>
    public async Task<AppendResult> EndAsync(IReadOnlyList<Account> given)
    {
        var newAccounts = given
            .Where(account => !_namedByLeftOut.Contains(account.Id) || IsNamed(account.Id)).ToArray();
        NotStored = [.. given.Except(newAccounts)];
        var stored = await _insert.EndAsync();
        try
        {
            await session.ExecuteAsync(
                Query.AddAccount,
                newAccounts.Select(a => new { AccountId = a.Id, Kind = (int)AccountKind.Unknown }));
            // A handle that was an erased person's is not written down again: its account stays nobody's.
            if (newAccounts.Length > 0)
            {
                var tombstones = await Tombstones.ReadAsync(session);
                await session.ExecuteAsync(
                    Query.AddAccountHandle,
                    newAccounts.Where(a => !tombstones.Hold(a.Handle)).Select(a => new { AccountId = a.Id, a.Handle }));
            }
        }
        catch (DbException e) when (session.IsTaken(e))
        {
            throw new StoreException(
                "Another process added accounts meanwhile; nothing of this step was stored. Try once more.", e);
        }
        var storedMax = await session.FirstAsync<long>(Query.ReadAccountIdMax);
        return _accountIdMax <= storedMax
            ? new(stored, _rowCount - stored) 
            {
                Erased = _erasedCount,
                OutsideRetention = _pastCount,
                First = _rowCount > 0 ? _first : null,
                Last = _rowCount > 0 ? _last : null,
            }
            : throw new ArgumentException(
                $"The interactions name account {_accountIdMax}; the accounts stored or new end at {storedMax}.");
    }

    private ValueTask LeaveOut(in Interaction<AccountId> interaction)
    {
        _namedByLeftOut.Add(interaction.Source);
        _namedByLeftOut.Add(interaction.Target);
        return ValueTask.CompletedTask;
    }

    private bool IsNamed(AccountId account) => account.Value < _isNamed.Length && _isNamed[account.Value];

    private void Name(AccountId account)
    {
        _accountIdMax = Math.Max(_accountIdMax, account.Value);
        if (account.Value >= _isNamed.Length)
            Array.Resize(ref _isNamed, Math.Max(2 * _isNamed.Length, account.Value + 1));
        _isNamed[account.Value] = true;
    }

    public ValueTask DisposeAsync() => _insert.DisposeAsync();
}

/// <summary>What an append did.</summary>
public readonly record struct AppendResult(long Stored, long AlreadyThere)
{
    /// <summary>Rows of people who were erased: left out.</summary>
    public long Erased { get; init; }

    /// <summary>Rows older than the retention profile allows: left out.</summary>
    public long OutsideRetention { get; init; }

    /// <summary>The earliest instant of the rows that are in the store now, UTC; null without any.</summary>
    public DateTime? First { get; init; }

    /// <summary>The latest of them.</summary>
    public DateTime? Last { get; init; }
}
