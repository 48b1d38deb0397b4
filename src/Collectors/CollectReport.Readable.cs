namespace InfluencerMap.Collectors;

/// <summary>What makes a reading as a whole not worth storing.</summary>
public sealed partial class CollectReport
{
    /// <summary>Refuses what is mostly unreadable: the rest would be taken for the whole.</summary>
    /// <param name="name">The file's.</param>
    /// <param name="allowPartial">Whether it is taken in all the same.</param>
    /// <exception cref="InputException">More than half of the rows could not be read.</exception>
    public void RequireReadable(string name, bool allowPartial)
    {
        if (!allowPartial && 2 * RowsUnreadable > RowsRead)
            throw new InputException(
                $"{name}: {RowsUnreadable:N0} of {RowsRead:N0} rows could not be read; nothing was stored. Mend them, "
                + "or name the columns (--map); --allow-partial takes in the others alone.");
    }
}
