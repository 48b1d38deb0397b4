using InfluencerMap.Engine;
using InfluencerMap.Graph.Disclosure;
using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>Puts names to keys: of people who agreed, in a view that somebody else approved.</summary>
internal sealed class Names(OpenedStore opened, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The view asked for; null where it does not show the caller anything, for whatever reason.</summary>
    public async Task<NamedView?> OpenAsync(string id, HttpContext context)
    {
        if (!context.User.IsInRole(Roles.HrNames))
            return null;
        var store = await opened.ReadAsync(context.RequestAborted);
        var caller = await trail.CallerAsync(context);
        var view = await store.NamedViews.FindAsync(id, context.RequestAborted);
        if (view is null || !view.ShowsTo(caller, clock.GetUtcNow().UtcDateTime))
            return null;
        // For the audit, which writes the purpose.
        context.Features.Set(view);
        return view;
    }

    /// <summary>The same people, with the names of those who agreed.</summary>
    public async Task<RankedKey[]> PutAsync(
        IReadOnlyList<RankedKey> people, RankedRun ranked, CancellationToken cancellation)
    {
        var store = await opened.ReadAsync(cancellation);
        var nameable = (await store.Consents.ReadAsync(cancellation)).Nameable;
        var named = new RankedKey[people.Count];
        foreach (var (i, shown) in people.Index())
        {
            var id = ranked.PersonOf(shown.Key)!.Id;
            named[i] = nameable.Contains(id)
                ? shown with { Name = await store.People.NameAsync(id, cancellation) }
                : shown;
        }
        return named;
    }
}
