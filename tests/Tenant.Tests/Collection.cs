using Azure.Core;
using InfluencerMap.Collectors;
using InfluencerMap.Graph.Company;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>What our collectors read of a tenant, night after night, told by handles.</summary>
internal sealed class Collection(StandInTenant tenant, Uri? address = null) : IDisposable
{
    private readonly GraphConnection _connection = new(
        new("stand-in", address ?? tenant.Address, new("https://login.invalid")), new IssuedCredential(tenant));
    private readonly AccountDirectory _accounts = new([]);
    private readonly Dictionary<string, string> _cursors = [];
    private readonly Dictionary<AccountId, GroupChange> _groups = [];

    public List<string> Notes { get; } = [];

    /// <summary>Each interaction once, as a store keeps it.</summary>
    public SortedSet<string> Interactions { get; } = new(StringComparer.Ordinal);

    /// <summary>Everyone who became an account.</summary>
    public IEnumerable<string> Handles => _accounts.Added.Select(account => account.Handle);

    public Task CollectAsync(Func<GraphPages, ICollector> source)
    {
        var time = (JumpingTime)tenant.Options.WaitClock;
        return time.PassUntilAsync(CollectAsync(source, time), () => tenant.IsSilent);
    }

    public void ForgetCursors() => _cursors.Clear();

    public void Dispose() => _connection.Dispose();

    public GraphPages Pages(JumpingTime time) => new(_connection, new(new() { RequestsPerSecond = 5_000 }, time));

    private async Task CollectAsync(Func<GraphPages, ICollector> source, JumpingTime time)
    {
        var people = Tenants.Company.People.SelectMany(p =>
            ((string[])[TenantDirectory.IdOf(p.Index), p.Address])
            .Select(handle => (handle, new KnownPerson(p.SourceId, p.SourceId, null))));
        var request = new CollectRequest
        {
            Accounts = _accounts,
            People = new(people),
            Cursors = new Dictionary<string, string>(_cursors),
            Since = Tenants.Company.Options.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Until = tenant.Clock.Now.UtcDateTime,
        };
        await foreach (var batch in source(Pages(time)).CollectAsync(request, TestContext.Current.CancellationToken))
        {
            foreach (var interaction in batch.Interactions)
                Interactions.Add(Tell(interaction));
            Notes.AddRange(batch.Notes);
            Take(batch);
            foreach (var (scope, position) in batch.Cursors)
                _cursors[scope] = position!;
        }
    }

    /// <summary>The groups as a store keeps them: id, name, members and addresses.</summary>
    public IEnumerable<string> Groups() => _groups.Values
        .Select(group => $"{HandleOf(group.Account)} {group.Name}: {HandlesOf(group.Joined)} at "
            + HandlesOf(group.Addresses ?? []))
        .Order(StringComparer.Ordinal);

    public IEnumerable<string> AddressesOf(string groupId) =>
        _groups.Values.Single(group => HandleOf(group.Account) == groupId).Addresses!.Select(HandleOf);

    private void Take(CollectedBatch batch)
    {
        if (batch.GroupsAreAll)
            foreach (var gone in _groups.Keys.Except(batch.Groups.Select(group => group.Account)).ToArray())
                _groups.Remove(gone);
        foreach (var group in batch.Groups)
        {
            var known = _groups.GetValueOrDefault(group.Account);
            if (group.IsRemoved)
                _groups.Remove(group.Account);
            else
                _groups[group.Account] = group with
                {
                    Name = group.Name ?? known?.Name,
                    Addresses = group.Addresses ?? known?.Addresses,
                    Joined = [.. (group.IsWhole ? [] : known?.Joined ?? []).Union(group.Joined).Except(group.Left)],
                };
        }
    }

    private string HandlesOf(IEnumerable<AccountId> accounts) =>
        string.Join(' ', accounts.Select(HandleOf).Order(StringComparer.Ordinal));

    private string Tell(Interaction<AccountId> i) =>
        $"{i.At:O} {i.EventId:x} {i.Channel} {HandleOf(i.Source)} {i.Role} {HandleOf(i.Target)} of {i.AudienceSize}";

    private string HandleOf(AccountId account) => _accounts.Added.First(a => a.Id == account).Handle;

    private sealed class IssuedCredential(StandInTenant tenant) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(tenant.IssueAccessToken(), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
