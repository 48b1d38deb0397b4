using InfluencerMap.Engine;
using InfluencerMap.Graph;
using InfluencerMap.Graph.Cohorts;
using InfluencerMap.Graph.Company;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Storage;
using Microsoft.AspNetCore.Mvc.Testing;

namespace InfluencerMap.Tests;

/// <summary>A company of 30 in a store of its own, two nights computed, and the API on it.</summary>
public sealed class Company : IAsyncLifetime
{
    public const string FirstRun = "00000000000000a1";
    public const string LatestRun = "00000000000000a2";
    internal const int PersonCount = 30;

    private static readonly DateTime Midnight = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("influencermap-");
    private readonly List<WebApplicationFactory<Program>> _hosts = [];

    public string Place => Path.Combine(_folder.FullName, "store.db");

    public string Connection => $"Data Source={Place}";

    public HttpClient Api { get; private set; } = null!;

    /// <summary>What only the naming tables may hold: source ids, addresses, names.</summary>
    public IReadOnlyList<string> ReadableIdentities { get; } =
        [.. Enumerable.Range(1, PersonCount).SelectMany(IdentitiesOf)];

    public static string[] IdentitiesOf(int i) => [SourceId(i), Address(i), Name(i)];

    /// <summary>The latest ranking as it was saved.</summary>
    public RankedPerson[] Ranking { get; private set; } = [];

    public Person[] People { get; private set; } = [];

    /// <summary>What the latest night stored of the rules: one was ranked without.</summary>
    public static RuleEffect[] Effects { get; } = [new("duplicate", 1, 4, [new(new(2), 3, 7), new(new(5), 20, null)])];

    /// <summary>What the explanation of each person reads, computed on the graph that was ranked.</summary>
    public IReadOnlyList<string> ExplanationOf(int personId) =>
        Explanation.For(new(_graph, new(People), OrgChart.Build(People)), Ranking, new(personId)).Words.InFull();

    private InteractionGraph _graph = null!;

    /// <summary>Another company in its place: these people, tied like this.</summary>
    /// <param name="people">Its people.</param>
    /// <param name="ties">Who is tied to whom.</param>
    /// <param name="options">How they were ranked; plain when left out.</param>
    /// <param name="isSeen">Whom the sources can measure; everybody when left out.</param>
    public async Task InitializeAsync(
        Person[] people, PersonTie[] ties, InfluenceOptions? options = null, Predicate<Person>? isSeen = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenAsync(Connection, cancellation);
        await store.People.SaveAsync(
            [
                .. people.Select(person => new DirectoryEntry
                {
                    SourceId = $"made-{person.Id}",
                    Spelling = $"made-{person.Id}",
                    Key = person.Key,
                    Department = person.Department,
                    Site = person.Site,
                    JobFamily = person.JobFamily,
                    ManagerSourceId = person.ManagerId is { } manager ? $"made-{manager}" : null,
                }),
            ],
            cancellation);
        People = await store.People.ReadAsync(cancellation);
        var index = new PersonIndex(People);
        _graph = GraphBuilder.Build(
            index.Count, Array.ConvertAll(ties, tie => new Tie(
                index.NodeOf(tie.Source)!.Value, index.NodeOf(tie.Target)!.Value, tie.Strength)), directed: false);
        var seen = new Activity(
            [.. index.People.Select(person => isSeen?.Invoke(person) == false ? 3 : 50)], 60,
            [.. Enumerable.Repeat(9, index.Count)]);
        var model = new InfluenceModel(index, Period.Before(new(2026, 6, 1), 180), InfluenceOptions.Default);
        Ranking = model.Rank(new(_graph, index, model.Chart), seen, cancellation);
        await store.Rankings.SaveAsync(
            Describe(LatestRun, Midnight, ties.Length, options), Ranking, ties, [], cancellation);
        Api = Serve(Place);
    }

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenAsync(Connection, cancellation);
        await store.People.SaveAsync([.. Enumerable.Range(1, PersonCount).Select(Entry)], cancellation);
        People = await store.People.ReadAsync(cancellation);
        await CollectAsync(store, Midnight.AddDays(1).AddHours(-2));
        await PublishAsync(store, FirstRun, seed: 1, Midnight);
        await PublishAsync(store, LatestRun, seed: 2, Midnight.AddDays(1));
        Api = Serve(Place);
    }

    /// <summary>The API on another store.</summary>
    public HttpClient Serve(string store)
    {
        var host = new WebApplicationFactory<Program>()
            .WithWebHostBuilder(web => web
                .UseSetting("store", store).UseSetting("InfluencerMap:Access:DevelopmentNoAuth", "true")
                .UseSetting("InfluencerMap:SmallGroups:SmallCompanyReason", "A test.")
                // Machines that are busy with other tests compute longer than any caller may.
                .UseSetting("InfluencerMap:Limits:WorkSeconds", "100000")
                .UseSetting("InfluencerMap:Limits:WorkSecondsPerAnswer", "600"));
        _hosts.Add(host);
        return host.CreateClient();
    }

    public string KeyOf(int personId) => People.Single(person => person.Id.Value == personId).Key;

    /// <summary>A cohort that was saved for these wishes on the run before the latest.</summary>
    public async Task SaveEarlierCohortAsync(CohortOptions wishes, IReadOnlyList<Person> members)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenToWriteAsync(Connection, cancellation);
        var cohort = new Cohort
        {
            Options = wishes,
            Members = [.. members.Select(member => new CohortMember(member.Id, 1, 1, 1, [], []))],
            WaitList = [],
            Certificate = new(PersonCount, members.Count, members.Count, PersonCount, 0, 0, true),
            NeverReached = [],
            Changes = [],
        };
        await store.Cohorts.SaveAsync(FirstRun, cohort, CohortStore.Operator, Midnight, cancellation);
    }

    /// <summary>Writes down what a person says of their own data.</summary>
    public async Task SayAsync(int personId, ConsentState state)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenToWriteAsync(Connection, cancellation);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await store.Consents.RecordAsync(
            [
                new()
                {
                    PersonId = new(personId),
                    State = state,
                    TextVersion = "2026-1",
                    At = now,
                    Channel = "signed form",
                    RecordedBy = "operator",
                    RecordedAt = now,
                },
            ],
            cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The collection of sent items that the latest run rests on; it does not reach its end.</summary>
    private static async Task CollectAsync(Store store, DateTime at)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await store.Cursors.AdvanceAsync(
            new()
            {
                Source = "sent-items",
                CollectionId = await store.Collections.BeginAsync("sent-items", at, cancellation),
                At = at,
                Interactions = [],
                NewAccounts = [],
                Items = 120,
                Outcomes = [new("automatic", 7), new("draft", 5)],
                Cursors = new Dictionary<string, string?>(),
            },
            cancellation);
    }

    private async Task PublishAsync(Store store, string id, int seed, DateTime at)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var index = new PersonIndex(People);
        var random = new Random(seed);
        var ties = Enumerable.Range(0, 60)
            .Select(_ => new Tie(random.Next(PersonCount), random.Next(PersonCount), random.Next(1, 9)))
            .Where(tie => tie.Source != tie.Target).DistinctBy(tie => (tie.Source, tie.Target)).ToArray();
        _graph = GraphBuilder.Build(index.Count, ties, directed: false);
        // The person at the last node was seen too seldom to be measured.
        var seen = new Activity(
            [.. Enumerable.Repeat(50, PersonCount - 1), 3], 60, [.. Enumerable.Repeat(9, PersonCount)]);
        var model = new InfluenceModel(index, Period.Before(new(2026, 6, 1), 180), InfluenceOptions.Default);
        Ranking = model.Rank(new(_graph, index, model.Chart), seen, cancellation);
        var stored = Array.ConvertAll(
            ties, tie => new PersonTie(index.People[tie.Source].Id, index.People[tie.Target].Id, tie.Strength));
        await store.Rankings.SaveAsync(
            Describe(id, at, stored.Length), Ranking, stored,
            [new("mass-mail", "interactions", 41, "More than 10.", PersonCount: 12)], cancellation);
        if (id == LatestRun)
            await store.Rankings.SaveEffectsAsync(id, Effects, cancellation);
    }

    private static Run Describe(string id, DateTime at, int tieCount, InfluenceOptions? options = null) => new()
    {
        Id = new(id),
        Period = new(at.AddDays(-90), at),
        Options = options
            ?? InfluenceOptions.Plain with { Weighing = InfluenceOptions.Plain.Weighing with { Directed = false } },
        InputHash = "input",
        OptionsHash = "options",
        CodeVersion = "0.1.0",
        PublishedAt = at,
        PersonCount = PersonCount,
        RankedCount = PersonCount - 1,
        InteractionCount = 900,
        TieCount = tieCount,
        Steps = [new("Score and rank", 12)],
        Sources = [new("sent-items", false, at.AddHours(-2), Items: 120, Stored: 7)],
        CodeHash = "code",
        Channels = [new("mail", 800), new("channelPost", 100)],
        Imports = [new("mbox", 2, 950, 900)],
        Sampling = new(256, 0.001, 0.05, 1),
        PeakMemoryBytes = 123_456_789,
    };

    internal static DirectoryEntry Entry(int i) => new()
    {
        SourceId = SourceId(i),
        Spelling = SourceId(i),
        Key = $"{i * 7919:x16}",
        Name = Name(i),
        Handles = [Address(i)],
        ManagerSourceId = SourceId(Math.Max(1, i / 4)),
        Department = i % 3 == 0 ? "Sales & Service" : "Works",
    };

    private static string SourceId(int i) => $"source-{i:000}";

    private static string Address(int i) => $"someone{i}@made.example";

    private static string Name(int i) => $"Someone Made {i}";
}

/// <summary>One company for all classes that only read.</summary>
[CollectionDefinition(Name)]
public sealed class OneCompany : ICollectionFixture<Company>
{
    public const string Name = "one company";
}
