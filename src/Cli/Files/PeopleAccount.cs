using InfluencerMap.Collectors;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>What became of everything that an import of people read.</summary>
/// <remarks>
/// Rows found = rows that gave somebody + rows set aside, by reason + rows that could not be read. Of those that gave
/// somebody: people added, changed and as before + mailboxes of nobody + people who were erased.
/// </remarks>
/// <param name="File">Its name, without what leads to it.</param>
/// <param name="Read">What the reader says.</param>
/// <param name="Saved">What the store says.</param>
/// <param name="NotInFile">People of the store without a day of leaving whom the file does not name: they stay.</param>
internal sealed record PeopleAccount(string File, PeopleRead Read, PeopleSaved Saved, int NotInFile)
{
    /// <summary>Whether there was somebody to take in, and nobody of them is in the store now.</summary>
    public bool IsEmptyHanded =>
        Read.Report.RowsRead > 0
        && Saved.Added + Saved.Changed + Saved.Unchanged + Saved.NonPersonAccounts == 0;
}
