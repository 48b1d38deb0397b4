using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// The messages that one user liked, which only the export of that user holds: the one who sent all its messages.
/// </summary>
internal static class LikedMessages
{
    private enum Column
    {
        Id,
        [Named("sender_id")] SenderId,
        [Named("created_at")] CreatedAt,
    }

    /// <summary>The time of a like is not in it: the message's own stands in.</summary>
    /// <param name="file">The table.</param>
    /// <param name="liker">Id of the user; empty where the export does not say.</param>
    /// <param name="users">The accounts of ids.</param>
    /// <param name="read">Where counts go.</param>
    public static IEnumerable<Interaction<AccountId>> Read(
        SourceFile file, byte[] liker, YammerUsers users, FormatRead read)
    {
        using var table = CsvTable<Column>.Open(file, YammerExport.Layout(read), read.Report);
        var instants = new Instants(table.Of(Column.CreatedAt), TimeZoneInfo.Utc, read.Report);
        var given = new ItemInteractions(read);
        foreach (var like in given.Each(table, ReadRow))
            yield return like;

        void ReadRow()
        {
            if (table[Column.Id].IsEmpty)
                table.Bad(Column.Id, "a number");
            else if (!instants.TryRead(table[Column.CreatedAt], out var at))
                table.Bad(Column.CreatedAt, instants.Expected);
            else if (liker.Length == 0)
                read.Report.Drop(Outcome.UnknownLiker);
            else
                given.Give(new EventId().Add(table[Column.Id]).Add(liker), at,
                    users.AccountOf(liker), users.AccountOf(table[Column.SenderId]), Channel.Reaction);
        }
    }
}
