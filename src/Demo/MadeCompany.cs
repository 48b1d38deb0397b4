using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>
/// A company that does not exist, to try everything on without any real person's data: its people, and its events day
/// by day.
/// </summary>
public sealed class MadeCompany
{
    private int _accountCount;

    public MadeCompany(DemoOptions options)
    {
        Options = options;
        var people = Staffing.Fill(options);
        People = people;
        (Habits, var hidden) = Acquaintances.Form(people, options);
        HiddenInfluencers = [.. hidden.Select(i => people[i].SourceId).Order(StringComparer.Ordinal)];
        Projects = Project.Plan(people, options);
        Shared = Others("info service orders invoices facilities helpdesk".Split(), "demo.invalid", AccountKind.Shared);
        Rooms = Others(Numbered("room-", Math.Max(5, people.Length / 60)), "demo.invalid", AccountKind.Room);
        Bots = Others(["newsletter", "tickets"], "demo.invalid", AccountKind.Bot);
        Outsiders = Others(Numbered("x", Math.Max(20, people.Length / 8)), "partner.invalid", AccountKind.Unknown);
        OtherAccounts = [.. Shared, .. Rooms, .. Bots, .. Outsiders];
    }

    public DemoOptions Options { get; }

    /// <summary>Everyone in the directory, in the order of the org chart's tree.</summary>
    public IReadOnlyList<MadePerson> People { get; }

    /// <summary>Mailboxes and programs that belong to nobody, and outsiders; their indices follow the people.</summary>
    public IReadOnlyList<MadeAccount> OtherAccounts { get; }

    /// <summary>
    /// Source ids of the people planted as hidden influencers, ordinal. For counting how many of them a ranking found;
    /// no file contains them.
    /// </summary>
    public IReadOnlyList<string> HiddenInfluencers { get; }

    internal Habits[] Habits { get; }

    internal Project[] Projects { get; }

    internal MadeAccount[] Shared { get; }

    internal MadeAccount[] Rooms { get; }

    /// <summary>The newsletter first, then the ticket system.</summary>
    internal MadeAccount[] Bots { get; }

    internal MadeAccount[] Outsiders { get; }

    /// <summary>The events of one day. Days do not depend on each other and may be generated in any order.</summary>
    public MadeDay Day(DateOnly date) => Workday.Live(this, date);

    /// <summary>Writes the directory alone, for who takes the events <see cref="Day"/> by day.</summary>
    public void WritePeopleTo(string path) => CompanyFiles.WritePeople(this, path);

    /// <summary>Writes the company as files like those that users bring, day by day and so in flat memory.</summary>
    /// <param name="folder">Created where absent; files of the same names are replaced.</param>
    /// <param name="progress">Reports the share of the days written, 0 … 1.</param>
    /// <param name="cancellation">Checked once per day.</param>
    public CompanyFiles WriteTo(
        string folder, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        CompanyFiles.Write(this, folder, progress, cancellation);

    private static IEnumerable<string> Numbered(string prefix, int count) =>
        Enumerable.Range(1, count).Select(n => $"{prefix}{n:D3}");

    private MadeAccount[] Others(IEnumerable<string> names, string domain, AccountKind kind) =>
        [.. names.Select(name => new MadeAccount(People.Count + _accountCount++, $"{name}@{domain}", kind))];
}
