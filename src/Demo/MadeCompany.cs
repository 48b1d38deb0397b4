namespace InfluencerMap.Demo;

/// <summary>A company that does not exist: its people, and its events day by day.</summary>
public sealed class MadeCompany
{
    private readonly Workforce _workforce;

    internal MadeCompany(DemoOptions options)
    {
        Options = options;
        _workforce = new(options);
        HiddenInfluencers = [.. _workforce.Hidden.Select(i => People[i].SourceId).Order(StringComparer.Ordinal)];
    }

    public DemoOptions Options { get; }

    /// <summary>Everyone in the directory, in the order of the org chart's tree.</summary>
    public IReadOnlyList<MadePerson> People => _workforce.People;

    /// <summary>Mailboxes and programs that belong to nobody, and outsiders.</summary>
    public IReadOnlyList<MadeAccount> OtherAccounts => _workforce.Accounts;

    /// <summary>
    /// Source ids of the people planted as hidden influencers, ordinal. For counting how many of them a ranking found;
    /// no file contains them.
    /// </summary>
    public IReadOnlyList<string> HiddenInfluencers { get; }

    /// <summary>The events of one day. Days do not depend on each other and may be generated in any order.</summary>
    public MadeDay Day(DateOnly date) => Workday.Live(_workforce, date);

    /// <summary>Writes the directory alone, for who takes the events <see cref="Day"/> by day.</summary>
    public void WritePeopleTo(string path) => CompanyFiles.WritePeople(this, path);

    /// <summary>Writes the company as files like those that users bring, day by day and so in flat memory.</summary>
    /// <param name="folder">Created where absent; files of the same names are replaced.</param>
    /// <param name="progress">Reports the share of the days written, 0 … 1.</param>
    /// <param name="cancellation">Checked once per day.</param>
    public CompanyFiles WriteTo(
        string folder, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        CompanyFiles.Write(this, folder, progress, cancellation);
}
