using InfluencerMap.Storage;

namespace InfluencerMap.Engine;

/// <summary>Brings a backup back, step by step; the store that is there stays as it is until the last.</summary>
/// <param name="connection">Of the store.</param>
/// <param name="isSure">Whether replacing was said to be meant.</param>
/// <param name="progress">Gets each step.</param>
public sealed class Restoring(string connection, bool isSure, Steps progress)
{
    private readonly AuditEntry _entry = OperatorAudit.Entry("restore");

    /// <param name="file">The backup.</param>
    /// <param name="withdrawals">Of a file, besides those of the store that is there; null = none.</param>
    /// <param name="cancellation">Leaves the store as it is.</param>
    public async Task RestoreAsync(string file, Withdrawals? withdrawals, CancellationToken cancellation)
    {
        StoreBackup.RequireFile(connection);
        var manifest = await StoreRestore.ReadManifestAsync(file, cancellation);
        progress.Say(
            $"The backup is of {manifest.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC: {manifest.Counts.People:N0} people, "
            + $"{manifest.Counts.Interactions:N0} interactions, run {manifest.LatestRun ?? "none"}.");
        await StoreRestore.RequireAloneAsync(connection, cancellation);
        await using var restore = await StoreRestore.PrepareAsync(connection, file, cancellation);
        List<Withdrawals> since = withdrawals is null ? [] : [withdrawals];
        if (restore.ReplacesStore)
            since.Add(await ReadPresentAsync(restore, cancellation));
        if (!isSure)
            throw new UnconfirmedException(restore.ReplacesStore
                ? "The store that is there would be replaced. Say --yes."
                : "Nothing here says who was erased or objected since then. Name --withdrawals FILE, or say --yes.");
        var replayed = await ReplayAsync(restore, since, cancellation);
        var aside = await progress.StepAsync(
            "Replace the store", () => restore.ReplaceAsync(progress, cancellation),
            _ => restore.KeepsAudit ? "the audit that was there goes on" : "with the audit of the backup");
        if (aside is not null)
            progress.Say($"The audit that was there is of another chain; it is kept as '{aside}'.");
        Tell(replayed);
        if (since.Count == 0)
            progress.Say(
                "Nothing said who was erased or objected since the backup was made: erase them, write it down again.");
    }

    /// <summary>On the store that is there: its server restored it.</summary>
    public async Task ReplayAsync(Withdrawals withdrawals, CancellationToken cancellation)
    {
        if (!isSure)
            throw new UnconfirmedException("Whoever was erased is erased again, which cannot be undone. Say --yes.");
        await using var store = await Store.OpenToRekeyAsync(connection, cancellation);
        await store.RequireAuditKeyOfAsync(withdrawals, cancellation);
        await using var night = await store.LockNightAsync(TimeProvider.System, cancellation);
        await TakePresentKeyAsync(store, cancellation);
        await using var audit = await store.OpenAuditAsync(cancellation);
        await audit.AppendAsync(
            [_entry with { Detail = $"withdrawals of {withdrawals.ReadAt:yyyy-MM-dd HH:mm:ss}" }], cancellation);
        Tell(await store.Withdrawals.ReplayAsync(withdrawals, audit, _entry, cancellation));
    }

    private async Task<Withdrawals> ReadPresentAsync(StoreRestore restore, CancellationToken cancellation)
    {
        await using var store = await Store.OpenToWriteAsync(connection, cancellation);
        await using var night = await store.LockNightAsync(TimeProvider.System, cancellation);
        await restore.NotePresentAsync(cancellation);
        var run = await store.Rankings.LatestAsync(cancellation);
        progress.Say($"It takes the place of the store {store.Place}, whose latest run is {run?.Id ?? "none"}.");
        return await store.Withdrawals.ReadAsync(_entry.At, cancellation);
    }

    private async Task<Replayed> ReplayAsync(
        StoreRestore restore, IReadOnlyList<Withdrawals> since, CancellationToken cancellation)
    {
        await using var staged = await Store.OpenToRekeyAsync(restore.StagedConnection, cancellation);
        await restore.RequireRowsAsync(cancellation);
        // Under another key the next import would be refused, and nobody could be looked up.
        await CustomerKey.DescribeAsync(staged, cancellation);
        await TakePresentKeyAsync(staged, cancellation);
        await using var audit = await staged.OpenAuditAsync(cancellation);
        if ((await audit.VerifyAsync(null, cancellation)).BrokenAt is { } broken)
            throw new FailedException(
                $"Line {broken} of the audit is not as it was written, or the key of the audit is another one; nothing "
                + "was replaced. Set the key as it was when the backup was made.");
        await audit.AppendAsync(
            [_entry with { Detail = $"backup of {restore.Manifest.CreatedAt:yyyy-MM-dd HH:mm:ss}" }], cancellation);
        var sum = new Replayed(0, 0, 0);
        foreach (var withdrawals in since)
        {
            var replayed = await staged.Withdrawals.ReplayAsync(withdrawals, audit, _entry, cancellation);
            sum = new(
                sum.Erased + replayed.Erased, sum.Acts + replayed.Acts, sum.RevokedKeys + replayed.RevokedKeys);
        }
        return sum;
    }

    private async Task TakePresentKeyAsync(Store store, CancellationToken cancellation)
    {
        if (await store.TakePresentAuditKeyAsync(_entry with { Action = "rotate" }, cancellation))
            progress.Say("The audit that came back was under the former key; it goes on under the present one.");
    }

    private void Tell(Replayed replayed) => progress.Say(
        $"{replayed.Erased:N0} people were erased again, {replayed.Acts:N0} acts written down again, "
        + $"{replayed.RevokedKeys:N0} keys of callers revoked again.");
}
