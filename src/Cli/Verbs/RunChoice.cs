using InfluencerMap.Storage;

namespace InfluencerMap.Cli.Verbs;

/// <summary>Finds the run that a verb reads.</summary>
internal static class RunChoice
{
    extension(Store store)
    {
        /// <summary>The run of that id, or the latest.</summary>
        public async Task<Run> RequireRunAsync(string? id, CancellationToken cancellation)
        {
            if (id is null)
                return await store.Rankings.LatestAsync(cancellation)
                    ?? throw new FailedException("The store holds no run yet. Compute one: influencermap nightly");
            return await store.Rankings.FindAsync(id, cancellation)
                ?? throw new FailedException("The store holds no run of that id. Leave --run out for the latest.");
        }
    }
}
