using InfluencerMap.Graph.Company;

namespace InfluencerMap.Collectors;

/// <summary>
/// Interactions from a file, a folder or an archive. Reads ahead on another thread; memory does not grow with them.
/// </summary>
/// <param name="path">Where they lie.</param>
/// <param name="format">The format of all files by name; null looks for that of each.</param>
/// <param name="csv">Layout of separated values.</param>
/// <param name="options">What to take where the files do not say.</param>
public sealed class InteractionFiles(
    string path, string? format = null, CsvFormat? csv = null, InteractionsCsvOptions? options = null)
{
    /// <summary>What the last collection gave and set aside; complete when it has ended.</summary>
    public CollectReport Report { get; private set; } = new();

    /// <summary>The format given, or that of most files; empty before the first interaction.</summary>
    public string Format { get; private set; } = "";

    /// <summary>The interactions of all files, in their order.</summary>
    /// <exception cref="InputException">
    /// The files are missing, hostile or not of the format, or more rows are bad than is allowed. Thrown after the
    /// interactions before it were given: store them in one transaction.
    /// </exception>
    public IAsyncEnumerable<Interaction<AccountId>> CollectAsync(
        AccountDirectory accounts, CancellationToken cancellation = default)
    {
        var read = new FormatRead
        {
            Accounts = accounts,
            Csv = csv ?? CsvFormat.Default,
            Options = options ?? InteractionsCsvOptions.Default,
        };
        Report = read.Report;
        return ReadAhead.Of(Read(read, cancellation), cancellation);
    }

    private IEnumerable<Interaction<AccountId>> Read(FormatRead read, CancellationToken cancellation)
    {
        ForeignMail.Refuse(path);
        using var files = SourceFiles.Open(path, cancellation);
        ForeignMail.Refuse(files);
        var choice = FormatChoice.Of(files, format, read.Csv);
        Format = choice.Main.Name;
        foreach (var interaction in choice.Read(read))
            yield return interaction;
        read.Report.RequireReadable(files.Name, read.Options.AllowPartial, "the format and the columns");
    }
}
