using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>The accounts of a network's users: by address where any file of the export states it, else by id.</summary>
internal sealed class YammerUsers(FormatRead read)
{
    private enum Column
    {
        [Named("id", "sender_id")] Id,
        [Named("email", "sender_email")] Address,
    }

    private readonly Dictionary<string, string> _handleById = new(StringComparer.Ordinal);

    /// <summary>Reads the ids, and their addresses, of the users or of the senders of messages.</summary>
    public void Learn(SourceFile? file, bool areSenders)
    {
        if (file is null)
            return;
        using var table = CsvTable<Column>.Open(file, YammerExport.Layout(read), new(), kind: areSenders ? 1 : 0);
        while (table.Next())
            if (table.Text(Column.Id) is { } id && Handle.Normalise(table.Text(Column.Address)) is { } handle
                && handle.Contains('@'))
                _handleById.TryAdd(id, handle);
    }

    /// <summary>The account of an id.</summary>
    public AccountId AccountOf(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
            return AccountId.None;
        var text = Encoding.UTF8.GetString(id);
        return read.Accounts.ResolveOrNobody(_handleById.GetValueOrDefault(text) ?? $"yammer:{text}");
    }
}
