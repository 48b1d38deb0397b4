using Azure.Core;
using InfluencerMap.Collectors;
using InfluencerMap.Collectors.Identities;
using InfluencerMap.Collectors.Microsoft365;
using InfluencerMap.Graph.Influence;
using InfluencerMap.Tenant;

namespace InfluencerMap.Tests;

/// <summary>What our collectors read of a tenant, night after night, told by handles.</summary>
internal sealed class Collection(StandInTenant tenant, Uri? address = null) : IDisposable
{
    private readonly GraphConnection _connection = new(
        new("stand-in", address ?? tenant.Address, new("https://login.invalid")), new IssuedCredential(tenant));
    private readonly AccountDirectory _accounts = new([]);
    private readonly Dictionary<string, string> _cursors = [];

    /// <summary>Each interaction once, as a store keeps it.</summary>
    public SortedSet<string> Interactions { get; } = new(StringComparer.Ordinal);

    public async Task CollectAsync(Func<GraphPages, ICollector> source)
    {
        var options = new ThrottleOptions { RequestsPerSecond = 5_000, SilenceMax = TimeSpan.FromMilliseconds(500) };
        var pages = new GraphPages(_connection, new(options, new HastyTime()));
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
        await foreach (var batch in source(pages).CollectAsync(request, TestContext.Current.CancellationToken))
        {
            foreach (var interaction in batch.Interactions)
                Interactions.Add(Tell(interaction));
            foreach (var (scope, position) in batch.Cursors)
                _cursors[scope] = position!;
        }
    }

    public void ForgetCursors() => _cursors.Clear();

    public void Dispose() => _connection.Dispose();

    private string Tell(Interaction i) =>
        $"{i.At:O} {i.EventId:x} {i.Channel} {HandleOf(i.Source)} {i.Role} {HandleOf(i.Target)} of {i.AudienceSize}";

    private string HandleOf(int account) => _accounts.Added.First(a => a.Id == account).Handle;

    private sealed class IssuedCredential(StandInTenant tenant) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(tenant.IssueAccessToken(), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}

/// <summary>A clock that runs fifty times as fast, so that waits of seconds and minutes end soon.</summary>
internal sealed class HastyTime : TimeProvider
{
    private const int Haste = 50;

    private static readonly DateTimeOffset Start = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Start + Haste * (System.GetUtcNow() - Start);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period);
}
