using InfluencerMap.Collectors.Identities;
using InfluencerMap.Graph.Influence;

namespace InfluencerMap.Collectors.Files;

/// <summary>
/// Interactions from a file of separated values. Reads ahead on another thread; memory does not grow with the file.
/// </summary>
public sealed class InteractionsCsv(string path, CsvFormat? format = null, InteractionsCsvOptions? options = null)
{
    /// <summary>The keys that columns are mapped to; from and to are needed.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["from", "to", "at", "role", "channel", "audience", "message", "sender", "weight"];

    /// <summary>What the last collection gave and set aside; complete when it has ended.</summary>
    public CollectReport Report { get; private set; } = new();

    /// <summary>
    /// Source and target are account ids. A row with several recipients gives one interaction for each.
    /// </summary>
    /// <exception cref="InputException">
    /// The file or a column is missing, or more rows are bad than the format allows. Thrown after interactions of the
    /// rows before were given: store them in one transaction.
    /// </exception>
    public IAsyncEnumerable<Interaction> CollectAsync(
        AccountDirectory accounts, CancellationToken cancellation = default)
    {
        Report = new();
        return ReadAhead.Of(Read(accounts, Report), cancellation);
    }

    private IEnumerable<Interaction> Read(AccountDirectory accounts, CollectReport report)
    {
        using var table = CsvTable.Open(path, format ?? CsvFormat.Default, Keys, report);
        var rows = new InteractionRows(table, accounts, options ?? InteractionsCsvOptions.Default, report);
        var interactions = new List<Interaction>();
        while (table.Next())
        {
            interactions.Clear();
            rows.Read(interactions);
            foreach (var interaction in interactions)
                yield return interaction;
        }
    }
}
