using InfluencerMap.Collectors;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What became of everything that an import read.</summary>
/// <remarks>
/// Rows found = rows that gave interactions + rows set aside, by reason + rows that could not be read. Interactions
/// given = stored + already there + of people who were erased + older than may be kept.
/// </remarks>
/// <param name="File">Its name, without what leads to it.</param>
/// <param name="Format">What wrote it.</param>
/// <param name="Report">What the reader says.</param>
/// <param name="Appended">What the store says.</param>
internal sealed record ImportAccount(string File, string Format, CollectReport Report, AppendResult Appended)
{
    /// <summary>Whether there was something to take in, and none of it is in the store now.</summary>
    public bool IsEmptyHanded =>
        Appended.Stored + Appended.AlreadyThere == 0 && (Report.RowsRead > 0 || Report.Dropped.Count > 0);

    /// <summary>What was left out, by reason: rows, files and parts of rows.</summary>
    public IReadOnlyDictionary<string, long> LeftOut
    {
        get
        {
            var all = new SortedDictionary<string, long>(StringComparer.Ordinal);
            foreach (var (reason, count) in Report.Dropped)
                all[reason] = count;
            if (Appended.Erased > 0)
                all["of people who were erased"] = Appended.Erased;
            if (Appended.OutsideRetention > 0)
                all["older than the retention profile allows"] = Appended.OutsideRetention;
            return all;
        }
    }
}

/// <summary>Rows were found, and none of them would be in the store: nothing was stored.</summary>
internal sealed class NothingStoredException(ImportAccount account) : Exception
{
    public ImportAccount Account => account;
}
