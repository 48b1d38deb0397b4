using InfluencerMap.Engine;
using InfluencerMap.Storage;

namespace InfluencerMap.Cli;

/// <summary>Finds the run that a command reads.</summary>
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

        /// <summary>The run of that id, or the latest, of what was seen.</summary>
        public async Task<Run> RequireSeenRunAsync(string? id, CancellationToken cancellation)
        {
            if (id is null)
                return await store.RequireLatestAsync(nominations: false, cancellation);
            var run = await store.RequireRunAsync(id, cancellation);
            return !run.Options.Nominations
                ? run
                : throw new FailedException("--run names a run of nominations: name one of what was seen.");
        }

        /// <summary>The latest run of nominations, or the latest of what was seen.</summary>
        public async Task<Run> RequireLatestAsync(bool nominations, CancellationToken cancellation) =>
            await store.FindLatestAsync(nominations, cancellation)
                ?? throw new FailedException(nominations
                    ? "The store holds no run of nominations yet. Compute one: "
                        + "influencermap nightly --preset nominations"
                    : "The store holds no run of what was seen yet. Compute one: influencermap nightly");

        /// <summary>The same; null where there is none.</summary>
        public async Task<Run?> FindLatestAsync(bool nominations, CancellationToken cancellation)
        {
            const int PageRuns = 100;
            string? before = null;
            while (true)
            {
                var page = await store.Rankings.ListAsync(PageRuns, before, cancellation);
                if (Array.Find(page, run => run.Options.Nominations == nominations) is { } found)
                    return found;
                if (page.Length < PageRuns)
                    return null;
                before = page[^1].Id;
            }
        }
    }
}
