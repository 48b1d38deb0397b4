using InfluencerMap.Graph.Identities;
using InfluencerMap.Graph.Influence;
using Microsoft.Data.Sqlite;

namespace InfluencerMap.Storage;

/// <summary>Rows and the accounts they name, in one transaction. A row that is there already stays as it is.</summary>
internal sealed class InteractionAppend(Session session) : IDisposable
{
    private readonly InteractionInsert _insert = session.PrepareInsert(Query.AppendInteraction);
    private AppendResult _result;
    private int _accountIdMax;

    public void Add(in Interaction interaction)
    {
        _accountIdMax = Math.Max(_accountIdMax, Math.Max(interaction.Source, interaction.Target));
        _result = _insert.Execute(interaction)
            ? _result with { Stored = _result.Stored + 1 }
            : _result with { AlreadyThere = _result.AlreadyThere + 1 };
    }

    /// <param name="newAccounts">The accounts named that the store lacks.</param>
    public async Task<AppendResult> EndAsync(IReadOnlyList<Account> newAccounts)
    {
        try
        {
            await session.ExecuteAsync(
                Query.AddAccount,
                newAccounts.Select(a => new { AccountId = a.Id, Kind = (int)AccountKind.Unknown }));
            await session.ExecuteAsync(
                Query.AddAccountHandle, newAccounts.Select(a => new { AccountId = a.Id, a.Handle }));
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            throw new StoreException(
                "Another process added accounts meanwhile; nothing of this step was stored. Try once more.", e);
        }
        var storedMax = await session.FirstAsync<long>(Query.ReadAccountIdMax);
        return _accountIdMax <= storedMax
            ? _result
            : throw new ArgumentException(
                $"The interactions name account {_accountIdMax}; the accounts stored or new end at {storedMax}.");
    }

    public void Dispose() => _insert.Dispose();
}

/// <summary>What an append did.</summary>
public readonly record struct AppendResult(long Stored, long AlreadyThere);
