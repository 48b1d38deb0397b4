namespace InfluencerMap.Api.Audit;

/// <summary>Keys of people of the store whom a request named; the audit says of whom was asked, whatever comes of it.</summary>
internal sealed class AskedAbout
{
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);
}

internal static class AskedAboutPeople
{
    extension(HttpContext context)
    {
        /// <summary>Adds people of the store, by key. A key of nobody would stay in the audit after any erasure.</summary>
        public void AskedAbout(IEnumerable<string> keys)
        {
            var asked = context.Features.Get<AskedAbout>();
            if (asked is null)
                context.Features.Set(asked = new());
            asked.Keys.UnionWith(keys);
        }
    }
}
