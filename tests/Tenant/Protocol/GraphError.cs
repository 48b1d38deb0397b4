using Microsoft.AspNetCore.Http;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>Answers with Graph's error object.</summary>
internal static class GraphError
{
    public static Task AnswerAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        var error = new
        {
            error = new { code, message, innerError = new { date = "2026-01-01T00:00:00" } },
        };
        return context.Response.WriteAsJsonAsync(error, context.RequestAborted);
    }
}
