using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace InfluencerMap.Api;

/// <summary>
/// An answer changes with the run that it is read from and with what may be shown of whom; the tag is a hash of those
/// under a key that this process alone has. Without the key, whoever holds a tag could try out what it stands for; what
/// people say that changes no answer changes no tag.
/// </summary>
internal static class EntityTag
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    extension(HttpContext context)
    {
        /// <summary>Tags the answer; true where the caller holds that answer already.</summary>
        public bool HoldsAnswerOf(ShownRun shown)
        {
            var hash = HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(
                $"{context.Request.Path}{context.Request.QueryString} {shown.Fingerprint}"));
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"");
            var headers = context.Response.GetTypedHeaders();
            headers.ETag = tag;
            headers.CacheControl = new() { Private = true, NoCache = true };
            return context.Request.GetTypedHeaders().IfNoneMatch
                .Any(held => held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false));
        }
    }
}
