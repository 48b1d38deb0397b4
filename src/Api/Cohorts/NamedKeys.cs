using InfluencerMap.Storage;

namespace InfluencerMap.Api;

internal static class NamedKeys
{
    extension(HttpContext context)
    {
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
