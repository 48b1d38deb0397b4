using InfluencerMap.Engine;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests.Adversary;

/// <summary>
/// The company that is attacked, in a store of its own, and the truth about it. Two nights are published; afterwards
/// some people are excluded, some erased, and some agree to be named.
/// </summary>
internal sealed class MadeCompany : IAsyncDisposable
{
    public const string FirstRun = "00000000000000b1";
    public const string LatestRun = "00000000000000b2";
    private const int Seed = 20260301;

    /// <summary>People whom a night counted and no answer may show since.</summary>
    public static int MissingCount => ExcludedRanks.Length + ErasedCount;

    private const int NameableCount = 43, GoneCount = 5, ErasedCount = 5, UnmeasuredCount = 8;

    /// <summary>Of those who are excluded after the night: some at the head, too few to be counted.</summary>
    private static readonly int[] ExcludedRanks = [4, 11, 17, 45, 90, 140, 190, 240, 290];

    private static readonly DateTime Midnight = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("influencermap-");
    private readonly HashSet<(int, int)> _tied = [];
    private readonly Dictionary<int, string> _keys = [];
    private Dictionary<string, int> _numbers = [];

    private MadeCompany()
    {
    }

    public string Connection => $"Data Source={Path.Combine(_folder.FullName, "store.db")}";

    /// <summary>Everybody employed today, those excluded too: nothing tells them apart on the list.</summary>
    public StaffMember[] Staff { get; private set; } = [];

    /// <summary>Numbers of people on the staff list; a number is the person's id in the store.</summary>
    public HashSet<int> Excluded { get; } = [];

    public HashSet<int> Nameable { get; } = [];

    /// <summary>In the directory, with a key, and in no run: they left before the nights.</summary>
    public HashSet<int> Gone { get; } = [];

    public HashSet<int> Erased { get; } = [];

    /// <summary>How often anybody said something.</summary>
    public int ActCount { get; private set; }

    /// <summary>The latest ranking as it was stored, those excluded since and erased included.</summary>
    public RankedPerson[] Stored { get; private set; } = [];

    public RankedPerson[] StoredFirst { get; private set; } = [];

    /// <summary>Rules with what they touched; some touched few people.</summary>
    public static HygieneCount[] Hygiene { get; } =
    [
        new("delegates", "interactions", 427, "Sent for somebody.", 8),
        new("delegated-pairs", "pairs", 1, "Sends for somebody.", 2),
        new("bots", "interactions", 611, "A program.", 3),
        new("mass-mail", "interactions", 41_207, "A broadcast.", 180),
        new("large-meeting", "interactions", 96, "Many were invited.", 7),
        new("duplicate", "interactions", 15_022, "Told of twice.", 300),
        new("few-days", "ties", 57, "Too few days.", 9),
        new("few-events", "people", UnmeasuredCount, "Too little was seen.", UnmeasuredCount),
    ];

    /// <summary>Keys that answers hold: of everybody in the run who may be shown.</summary>
    public string[] Keys => [.. Present.Select(one => KeyOf(one.Number)).Order(StringComparer.Ordinal)];

    public IEnumerable<StaffMember> Present => Staff.Where(one => !Excluded.Contains(one.Number));

    public string KeyOf(int number) => _keys[number];

    public StaffMember this[string key] => Staff[_numbers[key]];

    public bool AreTied(string one, string other) => AreTied(this[one].Number, this[other].Number);

    public bool AreTied(int one, int other) => _tied.Contains((Math.Min(one, other), Math.Max(one, other)));

    /// <summary>Place among those who may be shown; null where there is none.</summary>
    public IReadOnlyDictionary<string, int> Ranks { get; private set; } = new Dictionary<string, int>();

    public static async Task<MadeCompany> MakeAsync()
    {
        var company = new MadeCompany();
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenAsync(company.Connection, cancellation);
        var staff = MadeStaff.Draw(Seed);
        var order = Enumerable.Range(1, staff.Length).Select(i => new Random(Seed + i).NextInt64()).ToArray();
        var random = new Random(Seed);
        int[] shuffled = [.. staff.Select(one => one.Number)];
        random.Shuffle(shuffled);
        company.Gone.UnionWith(shuffled.Where(n => staff[n - 1].DirectReports == 0).Take(GoneCount));
        company.Erased.UnionWith(shuffled.Where(
            n => staff[n - 1].DirectReports == 0 && !company.Gone.Contains(n)).Take(ErasedCount));
        int[] unmeasured = [.. shuffled.TakeLast(UnmeasuredCount)];
        int[] rest = [.. shuffled.Except(company.Gone).Except(company.Erased).Except(unmeasured)];
        await store.People.SaveAsync(
            [.. staff.Select(one => Entry(one, order[one.Number - 1], company.Gone))], cancellation);
        var people = (await store.People.ReadAsync(cancellation)).OrderBy(one => one.Id).ToArray();
        foreach (var person in people)
            company._keys.Add(person.Id.Value, person.Key);
        company.Staff =
            [.. staff.Where(one => !company.Gone.Contains(one.Number) && !company.Erased.Contains(one.Number))];
        company._numbers = company.Staff.Index().ToDictionary(one => company.KeyOf(one.Item.Number), one => one.Index);
        var inRun = people.Where(one => !company.Gone.Contains(one.Id.Value)).ToArray();
        var earlier = MadeStaff.DrawTies(staff, Seed + 1);
        var latest = MadeStaff.DrawTies(staff, Seed + 2);
        company.StoredFirst = await PublishAsync(store, FirstRun, inRun, earlier, unmeasured, Midnight);
        company.Stored = await PublishAsync(store, LatestRun, inRun, latest, unmeasured, Midnight.AddDays(1));
        company.Excluded.UnionWith(ExcludedRanks.Select(rank => company.Stored[rank - 1].PersonId.Value));
        company.Excluded.ExceptWith(company.Erased);
        company.Nameable.UnionWith(rest.Except(company.Excluded).Take(NameableCount));
        await company.SpeakAsync(store);
        company._tied.UnionWith(latest.Select(tie => (tie.Source.Value, tie.Target.Value)));
        company.Ranks = company.Stored.Where(one => one.Rank is not null && company._numbers.ContainsKey(
                company.KeyOf(one.PersonId.Value)) && !company.Excluded.Contains(one.PersonId.Value))
            .Index().ToDictionary(one => company.KeyOf(one.Item.PersonId.Value), one => one.Index + 1);
        return company;
    }

    /// <summary>Somebody says something once more.</summary>
    public async Task SayAsync(int number, ConsentState state)
    {
        await using var store = await Store.OpenToWriteAsync(Connection, TestContext.Current.CancellationToken);
        await SayAsync(store, number, state);
    }

    private Task SayAsync(Store store, int number, ConsentState state)
    {
        ActCount++;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return store.Consents.RecordAsync(
            [
                new()
                {
                    PersonId = new(number), State = state, TextVersion = "2026-1", At = now, Channel = "signed form",
                    RecordedBy = "operator", RecordedAt = now,
                },
            ],
            TestContext.Current.CancellationToken);
    }

    private async Task SpeakAsync(Store store)
    {
        foreach (var number in Excluded)
            await SayAsync(store, number, ConsentState.Excluded);
        foreach (var number in Nameable)
            await SayAsync(store, number, ConsentState.Nameable);
        await using var audit = await AuditStore.OpenAsync(Connection, TestContext.Current.CancellationToken);
        foreach (var number in Erased)
            await store.Erasures.EraseAsync(
                new(number), audit,
                new()
                {
                    At = TimeProvider.System.GetUtcNow().UtcDateTime, Caller = "operator", Roles = "operator",
                    Action = "erase",
                },
                TestContext.Current.CancellationToken);
    }

    private static async Task<RankedPerson[]> PublishAsync(
        Store store, string id, Person[] people, PersonTie[] ties, int[] unmeasured, DateTime at)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var index = new PersonIndex(people);
        PersonTie[] stored = [.. ties.Where(tie =>
            index.NodeOf(tie.Source) is not null && index.NodeOf(tie.Target) is not null)];
        var graph = GraphBuilder.Build(
            index.Count,
            Array.ConvertAll(stored, tie => new Tie(
                index.NodeOf(tie.Source)!.Value, index.NodeOf(tie.Target)!.Value, tie.Strength)),
            directed: false);
        var options = InfluenceOptions.Plain with
        {
            Weighing = InfluenceOptions.Plain.Weighing with { Directed = false },
        };
        var seen = new Activity(
            [.. index.People.Select(one => unmeasured.Contains(one.Id.Value) ? 3 : 40 + one.Id.Value % 37)], 120,
            [.. Enumerable.Repeat(12, index.Count)]);
        var model = new InfluenceModel(index, new(at.AddDays(-120), at), options);
        var ranking = model.Rank(new(graph, index, model.Chart), seen, cancellation);
        var run = new Run
        {
            Id = id, Period = new(at.AddDays(-120), at), Options = options, InputHash = "input",
            OptionsHash = "options", CodeVersion = "0.1.0", PublishedAt = at, PersonCount = index.Count,
            RankedCount = ranking.Count(one => one.Rank is not null), InteractionCount = 90_000,
            TieCount = stored.Length, Steps = [new("Score and rank", 12)], Channels = [new("mail", 90_000)],
        };
        await store.Rankings.SaveAsync(run, ranking, stored, Hygiene, cancellation);
        await store.Rankings.SaveEffectsAsync(id, [Effect(ranking)], cancellation);
        return ranking;
    }

    /// <summary>As a night stores it: places with a rule and without, for the first of the ranking.</summary>
    private static RuleEffect Effect(RankedPerson[] ranking) => new(
        "duplicate", 2, 6,
        [.. ranking.Take(RuleEffects.TopCount).Select(one => new RankMove(one.PersonId, one.Rank, one.Rank + 1))]);

    private static DirectoryEntry Entry(StaffMember one, long key, HashSet<int> gone) => new()
    {
        SourceId = $"staff-{one.Number:000}",
        Spelling = $"staff-{one.Number:000}",
        Key = $"{key:x16}",
        Name = $"Made Member {one.Number}",
        Handles = [$"member{one.Number}@made.example"],
        ManagerSourceId = one.Manager is { } manager ? $"staff-{manager:000}" : null,
        Department = one.Department,
        Site = one.Site,
        JobFamily = one.JobFamily,
        Leave = gone.Contains(one.Number) ? DateOnly.FromDateTime(Midnight.AddDays(-200)) : null,
    };

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
