using InfluencerMap.Storage;
using Microsoft.Net.Http.Headers;

namespace InfluencerMap.Api;

/// <summary>A run never changes, so its id is the entity tag of whatever is read from it alone.</summary>
internal static class EntityTag
{
    extension(HttpContext context)
    {
        /// <summary>Tags the answer with the run; true where the caller holds that answer already.</summary>
        public bool HoldsAnswerOf(Run run)
        {
            var tag = new EntityTagHeaderValue($"\"{run.Id}\"");
            var headers = context.Response.GetTypedHeaders();
            headers.ETag = tag;
            headers.CacheControl = new() { Private = true, NoCache = true };
            return context.Request.GetTypedHeaders().IfNoneMatch
                .Any(held => held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false));
        }
    }
}
