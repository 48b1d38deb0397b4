using InfluencerMap.Graph.Company;

namespace InfluencerMap.Demo;

/// <summary>
/// Everything that the days of one company are generated from. Nothing in it changes from day to day.
/// </summary>
internal sealed class Workforce
{
    public Workforce(DemoOptions options)
    {
        Options = options;
        People = Staffing.Fill(options);
        (Habits, Hidden) = Acquaintances.Form(People, options);
        Projects = Project.Plan(People, options);

        Shared = Others("info service orders invoices facilities helpdesk".Split(), "demo.invalid", AccountKind.Shared);
        Rooms = Others(Numbered("room-", Math.Max(5, People.Length / 60)), "demo.invalid", AccountKind.Room);
        Bots = Others(["newsletter", "tickets"], "demo.invalid", AccountKind.Bot);
        Outsiders = Others(Numbered("x", Math.Max(20, People.Length / 8)), "partner.invalid", AccountKind.Unknown);
        Accounts = [.. Shared, .. Rooms, .. Bots, .. Outsiders];
    }

    public DemoOptions Options { get; }
    public MadePerson[] People { get; }
    public Habits[] Habits { get; }
    public Project[] Projects { get; }

    /// <summary>Indices of the people planted as hidden influencers.</summary>
    public int[] Hidden { get; }

    public MadeAccount[] Shared { get; }
    public MadeAccount[] Rooms { get; }

    /// <summary>The newsletter first, then the ticket system.</summary>
    public MadeAccount[] Bots { get; }
    public MadeAccount[] Outsiders { get; }

    /// <summary>All accounts that belong to nobody; their indices go on after those of the people.</summary>
    public MadeAccount[] Accounts { get; }

    private static IEnumerable<string> Numbered(string prefix, int count) =>
        Enumerable.Range(1, count).Select(n => $"{prefix}{n:D3}");

    private int _accountCount;

    private MadeAccount[] Others(IEnumerable<string> names, string domain, AccountKind kind) =>
        [.. names.Select(name => new MadeAccount(People.Length + _accountCount++, $"{name}@{domain}", kind))];
}
