using System.Security.Cryptography;
using System.Text;
using InfluencerMap.Storage;
using Microsoft.Net.Http.Headers;

namespace InfluencerMap.Api;

/// <summary>
/// An answer changes with the run it is read from and with what people say of their own data; the tag is a hash, as the
/// number of times that anybody said something is nobody's business.
/// </summary>
internal static class EntityTag
{
    extension(HttpContext context)
    {
        /// <summary>Tags the answer; true where the caller holds that answer already.</summary>
        public bool HoldsAnswerOf(Run run, ShownState state)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(
                $"{run.Id} {state.ConsentNumber} {state.ErasureNumber} {state.RotationNumber}"));
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 8))}\"");
            var headers = context.Response.GetTypedHeaders();
            headers.ETag = tag;
            headers.CacheControl = new() { Private = true, NoCache = true };
            return context.Request.GetTypedHeaders().IfNoneMatch
                .Any(held => held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false));
        }
    }
}
