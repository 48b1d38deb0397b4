using InfluencerMap.Graph.Company;
using InfluencerMap.Storage;

namespace InfluencerMap.Tests;

/// <summary>A made history of a few addresses, told to a store bit by bit; and who owned them by it.</summary>
internal sealed class IdentityHistory
{
    private const int Days = 28;
    private const int PeopleCount = 4;

    private static readonly DateOnly FirstDay = DateOnly.FromDateTime(Made.Noon);

    private readonly Random _random;
    private readonly (int Start, int Leave)[] _employed;
    private readonly List<(string Handle, int Person)> _directory = [];
    private readonly List<Statement> _mapped = [];
    private readonly List<Statement> _decided = [];

    public IdentityHistory(Random random)
    {
        _random = random;
        // One after the other with gaps, so that each address may pass on; the last stays.
        var start = 0;
        _employed = [.. Enumerable.Range(0, PeopleCount).Select(i =>
        {
            var from = start + random.Next(4);
            start = from + 1 + random.Next(7);
            return (from, i == PeopleCount - 1 ? int.MaxValue : start);
        })];
        foreach (var handle in Handles)
            foreach (var person in Enumerable.Range(1, PeopleCount).Where(_ => random.Next(3) == 0))
                _directory.Add((handle, person));
        Mails = [.. from handle in Handles from day in Enumerable.Range(0, Days) select (handle, day)];
    }

    /// <summary>Three addresses and a tagged one.</summary>
    public static string[] Handles { get; } = ["a@x.example", "b@x.example", "c@x.example", "a+tag@x.example"];

    public (string Handle, int Day)[] Mails { get; }

    public async Task TellAsync(Store store, CancellationToken cancellation)
    {
        await store.People.SaveAsync([.. Enumerable.Range(1, PeopleCount).Select(Entry)], cancellation);
        for (var step = 0; step < 12; step++)
            await TellOneAsync(store.Identities, cancellation);
        await store.Identities.SettleAsync(cancellation);
    }

    /// <summary>A tagged address that nothing is said of is whose the plain one is.</summary>
    public int OwnerOf(string handle, int day) =>
        Stated(handle, day) ?? (handle.Contains('+') && IsClaimed("a@x.example") ? Stated("a@x.example", day) : null)
        ?? 0;

    private bool IsClaimed(string handle) =>
        _directory.Any(d => d.Handle == handle) || _mapped.Concat(_decided).Any(s => s.Handle == handle);

    private int? Stated(string handle, int day)
    {
        if (_decided.LastOrDefault(s => s.Handle == handle && s.Covers(day)) is { } decided)
            return decided.Person;
        var holder = HolderInDirectory(handle, day);
        var (start, leave) = holder is { } known ? _employed[known - 1] : default;
        if (holder is not null && start <= day && day < leave)
            return holder;
        return _mapped.LastOrDefault(s => s.Handle == handle && s.Covers(day))?.Person ?? holder;
    }

    /// <summary>The last one on the list who has come, else the first.</summary>
    private int? HolderInDirectory(string handle, int day)
    {
        var people = _directory.Where(d => d.Handle == handle).Select(d => d.Person).ToArray();
        return people.Length == 0 ? null
            : people.Where(person => _employed[person - 1].Start <= day).DefaultIfEmpty(people[0]).Last();
    }

    private async Task TellOneAsync(IdentityStore store, CancellationToken cancellation)
    {
        var from = _random.Next(Days);
        var statement = new Statement(
            Handles[_random.Next(Handles.Length)], _random.Next(1, PeopleCount + 1), from, from + 1 + _random.Next(9));
        var decision = new IdentityDecision
        {
            Who = "operator",
            At = Made.Noon,
            From = FirstDay.AddDays(statement.From),
            To = FirstDay.AddDays(statement.To),
        };
        try
        {
            switch (_random.Next(3))
            {
                case 0:
                    await MapAsync(store, statement, decision, cancellation);
                    break;
                case 1:
                    await store.MergeAsync(statement.Handle, $"{statement.Person}", decision, cancellation);
                    _decided.Add(statement);
                    break;
                default:
                    await store.SplitAsync(statement.Handle, decision, cancellation);
                    _decided.Add(statement with { Person = 0 });
                    break;
            }
        }
        catch (StoreException)
        {
            return;
        }
        if (_random.Next(4) == 0)
            await UndoAsync(store, decision, cancellation);
    }

    private async Task MapAsync(
        IdentityStore store, Statement statement, IdentityDecision decision, CancellationToken cancellation)
    {
        await store.MapAsync(
            [new(2, statement.Handle, $"{statement.Person}", decision.From, decision.To)],
            decision with { From = null, To = null }, cancellation);
        _mapped.Add(statement);
    }

    /// <summary>Takes back a statement, chosen at random from those that stand.</summary>
    private async Task UndoAsync(IdentityStore store, IdentityDecision decision, CancellationToken cancellation)
    {
        var standing = (await store.LogAsync(cancellation))
            .Where(e => e is { Undoes: null, UndoneBy: null }).OrderBy(e => e.Entry).ToArray();
        var entry = standing[_random.Next(standing.Length)];
        var isMapping = entry.Action == IdentityAction.Map;
        var place = standing.Where(e => e.Action == IdentityAction.Map == isMapping).ToList().IndexOf(entry);
        (isMapping ? _mapped : _decided).RemoveAt(place);
        await store.UndoAsync(entry.Entry, decision with { From = null, To = null }, cancellation);
    }

    private DirectoryEntry Entry(int person) => Made.Entry($"{person}") with
    {
        Start = FirstDay.AddDays(_employed[person - 1].Start),
        Leave = _employed[person - 1].Leave == int.MaxValue ? null : FirstDay.AddDays(_employed[person - 1].Leave),
        Handles = [.. _directory.Where(d => d.Person == person).Select(d => d.Handle)],
    };

    /// <summary>For the days from…to−1.</summary>
    private sealed record Statement(string Handle, int Person, int From, int To)
    {
        public bool Covers(int day) => From <= day && day < To;
    }
}
