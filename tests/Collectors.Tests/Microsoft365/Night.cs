using System.Collections.Concurrent;
using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;
using InfluencerMap.Tests.Sources;

namespace InfluencerMap.Tests.Microsoft365;

/// <summary>One collection of one source from scripted answers.</summary>
public sealed class Night : IDisposable
{
    public const string Ada = "00000000-0000-4000-8000-00000000000a";
    public const string Ben = "00000000-0000-4000-8000-00000000000b";
    public const string Cleo = "00000000-0000-4000-8000-00000000000c";

    private readonly LoopbackGraph _graph = new();

    /// <summary>What the store knows of the cursors, before and after.</summary>
    public Dictionary<string, string> Cursors { get; } = [];

    /// <summary>How many items of all collections did not simply count.</summary>
    public Dictionary<Outcome, int> Outcomes { get; } = [];

    public AccountDirectory Accounts { get; } = new([]);

    public ConcurrentQueue<Asked> Asked => _graph.Asked;

    public static string Sample(string name) => File.ReadAllText(Path.Combine(
        SharedData.RepositoryRoot, "tests/Collectors.Tests/Microsoft365/samples", name));

    /// <summary>Answers of one scope after the other, in the order of requests.</summary>
    public Night Answer(params string[] answers)
    {
        foreach (var answer in answers)
            _graph.Then(answer);
        return this;
    }

    public Night Refuse(int status, string code)
    {
        _graph.Then($$$"""{"error":{"code":"{{{code}}}","message":"CANARY"}}""", status);
        return this;
    }

    /// <summary>Collects what happened in June 2026, for these people and no others.</summary>
    public async Task<Interaction<AccountId>[]> CollectAsync(Func<GraphPages, ICollector> source, params string[] ids)
    {
        // Ada's address is known to be hers.
        var known = ids.Select(id => (id, new KnownPerson(id, id, null)))
            .Append(("ada.made@made.invalid", new KnownPerson(Ada, Ada, null)))
            .Append(("boss.made@made.invalid", new KnownPerson(Cleo, Cleo, null)));
        var request = new CollectRequest
        {
            Accounts = Accounts,
            People = new(known),
            Cursors = new Dictionary<string, string>(Cursors),
            Since = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc),
            Until = new(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc),
        };
        var interactions = new List<Interaction<AccountId>>();
        var token = TestContext.Current.CancellationToken;
        await foreach (var batch in source(_graph.Pages()).CollectAsync(request, token))
        {
            interactions.AddRange(batch.Interactions);
            foreach (var (outcome, count) in batch.Outcomes)
                Outcomes[outcome] = Outcomes.GetValueOrDefault(outcome) + count;
            foreach (var (scope, position) in batch.Cursors)
                Cursors[scope] = position!;
        }
        return [.. interactions];
    }

    /// <summary>Interactions in words: the parts before the @ of addresses, the last digit of ids.</summary>
    public string[] Tell(IEnumerable<Interaction<AccountId>> interactions) => [.. interactions.Select(i =>
        $"{i.At:ddTHH:mm} {i.Channel} {NameOf(i.Source)} {i.Role} {NameOf(i.Target)} of {i.AudienceSize}")];

    public IEnumerable<string> Handles => Accounts.Added.Select(a => a.Handle);

    public void Dispose() => _graph.Dispose();

    private string NameOf(AccountId account)
    {
        var handle = Accounts.Added.Single(a => a.Id == account).Handle;
        return Guid.TryParse(handle, out _) ? handle[^1..] : handle.Split('.', '@')[0];
    }
}
