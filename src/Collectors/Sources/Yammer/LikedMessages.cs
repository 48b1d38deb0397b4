using InfluencerMap.Collectors.Reading;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors.Sources;

/// <summary>
/// The messages that one user liked, which only the export of that user holds: the one who sent all its messages.
/// </summary>
internal static class LikedMessages
{
    private const int Id = 0, SenderId = 1, CreatedAt = 2;

    private static readonly string[] Keys = ["id", "sender_id", "created_at"];

    /// <summary>The time of a like is not in it: the message's own stands in.</summary>
    /// <param name="file">The table.</param>
    /// <param name="liker">Id of the user; empty where the export does not tell.</param>
    /// <param name="users">The accounts of ids.</param>
    /// <param name="read">Where counts go.</param>
    public static IEnumerable<Interaction> Read(SourceFile file, byte[] liker, YammerUsers users, FormatRead read)
    {
        using var table = CsvTable.Open(file, YammerExport.Layout(read), Keys, read.Report);
        var instants = new Instants(table, CreatedAt, TimeZoneInfo.Utc, read.Report);
        var given = new ItemInteractions(read);
        while (table.Next())
        {
            if (table[Id].IsEmpty)
                table.Bad(Id, "a number");
            else if (!instants.TryRead(table[CreatedAt], out var at))
                table.Bad(CreatedAt, instants.Expected);
            else if (liker.Length == 0)
                read.Report.Drop("likes of whom the export does not tell");
            else
                given.Give(new EventId().Add(table[Id]).Add(liker), at,
                    users.AccountOf(liker), users.AccountOf(table[SenderId]), Channel.Reaction);
            foreach (var like in given.Take())
                yield return like;
        }
    }
}
