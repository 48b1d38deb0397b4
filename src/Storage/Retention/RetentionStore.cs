using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>How long events and runs may be kept, the agreements that lengthen it, the deletion at their age.</summary>
public sealed class RetentionStore
{
    /// <summary>In an order in which nothing refers to what is gone.</summary>
    private static readonly Query[] RunSteps =
    [
        Query.DeletePastCohorts, Query.DeletePastRuleMoves, Query.DeletePastRuleEffects, Query.DeletePastVoices,
        Query.DeletePastHygiene, Query.DeletePastTies, Query.DeletePastRankings, Query.DeletePastRuns,
    ];

    private readonly Database _database;
    private readonly Wiping _wiping;

    internal RetentionStore(Database database, Wiping wiping) => (_database, _wiping) = (database, wiping);

    /// <summary>What was last set; null where nothing was.</summary>
    public Task<RetentionSetting?> SettingAsync(CancellationToken cancellation) =>
        _database.FirstAsync<RetentionSetting>(Query.ReadRetention, null, cancellation);

    public Task<Agreement[]> AgreementsAsync(CancellationToken cancellation) =>
        _database.QueryAsync<Agreement>(Query.ReadAgreements, null, cancellation);

    /// <summary>The limits at an instant.</summary>
    public Task<RetentionGate> GateAsync(DateTime now, CancellationToken cancellation) =>
        _database.ReadAsync(session => ReadGateAsync(session, now), cancellation);

    /// <summary>What the next night deletes if nothing is changed.</summary>
    public Task<PastRows> PastAsync(DateTime now, CancellationToken cancellation) =>
        _database.ReadAsync(async session => await PastRows.CountAsync(session, await ReadGateAsync(session, now)),
            cancellation);

    /// <summary>What it would delete under another setting. Nothing is changed.</summary>
    /// <exception cref="RetentionException">More days than the profile and the agreements in force allow.</exception>
    public Task<PastRows> PastUnderAsync(RetentionSetting setting, DateTime now, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var gate = new RetentionGate(setting, await session.QueryAsync<Agreement>(Query.ReadAgreements), now);
                gate.RequireLawful();
                return await PastRows.CountAsync(session, gate);
            },
            cancellation);

    /// <summary>What it would delete without an agreement. Nothing is changed.</summary>
    public Task<PastRows> PastWithoutAsync(int agreementId, DateTime now, CancellationToken cancellation) =>
        _database.ReadAsync(
            async session =>
            {
                var setting = await session.FirstAsync<RetentionSetting>(Query.ReadRetention);
                var agreements = await session.QueryAsync<Agreement>(Query.ReadAgreements);
                return await PastRows.CountAsync(
                    session, new(setting, Array.FindAll(agreements, one => one.Id != agreementId), now));
            },
            cancellation);

    /// <exception cref="RetentionException">More days than the profile and the agreements in force allow.</exception>
    public Task SetAsync(RetentionSetting setting, string by, DateTime now, CancellationToken cancellation) =>
        _database.WriteAsync(
            async session =>
            {
                var agreements = await session.QueryAsync<Agreement>(Query.ReadAgreements);
                new RetentionGate(setting, agreements, now).RequireLawful();
                return await session.ExecuteAsync(
                    Query.SetRetention,
                    new
                    {
                        setting.Profile, setting.RawDays, setting.AggregateDays, setting.AggregateReason,
                        EnteredBy = by, EnteredAt = now,
                    });
            },
            cancellation);

    public Task RecordAsync(Agreement agreement, CancellationToken cancellation) =>
        _database.ExecuteAsync(Query.AddAgreement, agreement, cancellation);

    /// <returns>Whether it stood until now.</returns>
    public async Task<bool> WithdrawAsync(int id, DateTime now, CancellationToken cancellation) =>
        await _database.ExecuteAsync(Query.WithdrawAgreement, new { Id = id, WithdrawnAt = now }, cancellation) > 0;

    /// <summary>
    /// Deletes raw events by their own instant, however late they came, and runs by their window: the run by its end,
    /// its ties, once it is not the latest, by its beginning. Nothing of them is left in the store's file.
    /// </summary>
    public async Task<DeletedRows> DeletePastAsync(DateTime now, CancellationToken cancellation)
    {
        var deleted = await _database.WriteAsync(
            async session =>
            {
                if (await ReadGateAsync(session, now) is not { IsSet: true } gate)
                    return default;
                var events = await session.ExecuteAsync(
                    Query.DeleteInteractions,
                    Enum.GetValues<Channel>().Select(channel =>
                        new { Channel = (int)channel, BeforeMs = Instant.ToMs(gate.BeginOf(channel)) }));
                var rows = new DeletedRows(
                    events, await DeleteRunsAsync(session, Instant.ToMs(gate.AggregatesBegin)));
                if (rows != default)
                    await Wiping.MarkAsync(session, withAudit: false);
                return rows;
            },
            cancellation);
        if (deleted != default)
            await _wiping.FinishAsync(cancellation);
        return deleted;
    }

    internal static async Task<RetentionGate> ReadGateAsync(Session session, DateTime now) =>
        new(
            await session.FirstAsync<RetentionSetting>(Query.ReadRetention),
            await session.QueryAsync<Agreement>(Query.ReadAgreements), now);

    /// <summary>Deletes the runs whose window ended before, and the ties of those that began before.</summary>
    /// <returns>Rows deleted.</returns>
    internal static async Task<int> DeleteRunsAsync(Session session, long beforeMs)
    {
        var count = 0;
        foreach (var step in RunSteps)
            count += await session.ExecuteAsync(step, new { BeforeMs = beforeMs });
        return count;
    }
}

/// <summary>What was past its age.</summary>
/// <param name="Interactions">Raw events.</param>
/// <param name="OfRuns">Rows of runs: places, ties, cohorts, the runs themselves.</param>
public readonly record struct DeletedRows(int Interactions, int OfRuns);
