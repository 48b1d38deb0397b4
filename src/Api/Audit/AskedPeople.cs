using InfluencerMap.Storage;

namespace InfluencerMap.Api;

/// <summary>The people whom a request names, whatever becomes of it; only those whom the store knows.</summary>
internal static class AskedPeople
{
    private sealed record Asked(HashSet<string> Keys);

    extension(HttpContext context)
    {
        /// <summary>Keys of the people asked about, so that a refusal is audited with them too.</summary>
        public IReadOnlyCollection<string> KeysAskedAbout => context.Features.Get<Asked>()?.Keys ?? [];

        /// <summary>Whether a line of this request is written already.</summary>
        public bool IsAudited => context.Features.Get<AuditTrail.Audited>() is not null;

        /// <summary>Notes keys of people whom the store knows: others could not be found by an erasure.</summary>
        public void AskedAbout(IEnumerable<string> knownKeys)
        {
            if (context.Features.Get<Asked>() is not { } asked)
                context.Features.Set(asked = new([]));
            asked.Keys.UnionWith(knownKeys);
        }

        /// <summary>Whom of the store the body names, shown or not.</summary>
        public async Task AskedAboutAsync(Store store, ShownRun shown, string[] keys, CancellationToken cancellation)
        {
            foreach (var key in keys)
                if (shown.Ranked.PersonOf(key) is not null
                    || await store.People.FindKeyAsync(key, cancellation) is not null)
                    context.AskedAbout([key]);
        }
    }
}
