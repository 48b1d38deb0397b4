using System.Text;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Collectors.Reading;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors.Sources;

/// <summary>The accounts of a network's users: by address where any file of the export states it, else by id.</summary>
internal sealed class YammerUsers(FormatRead read)
{
    private readonly Dictionary<string, string> _handleById = new(StringComparer.Ordinal);

    /// <summary>Reads two columns of a table: ids, and addresses beside them.</summary>
    public void Learn(SourceFile? file, string idColumn, string addressColumn)
    {
        if (file is null)
            return;
        using var table = CsvTable.Open(file, YammerExport.Layout(read), [idColumn, addressColumn], new());
        while (table.Next())
            if (table.Text(0) is { } id && Handle.Normalise(table.Text(1)) is { } handle && handle.Contains('@'))
                _handleById.TryAdd(id, handle);
    }

    /// <summary>The account of an id.</summary>
    public int AccountOf(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
            return Interaction.Nobody;
        var text = Encoding.UTF8.GetString(id);
        return (_handleById.GetValueOrDefault(text) ?? Handle.Normalise($"yammer:{text}")) is { } handle
            ? read.Accounts.ResolveNormal(handle)
            : Interaction.Nobody;
    }
}
