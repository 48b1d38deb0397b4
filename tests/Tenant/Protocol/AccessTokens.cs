using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>Issues access tokens for the client's secret. They end when the test says so.</summary>
internal sealed class AccessTokens(TenantOptions options, IReadOnlyCollection<string> grants)
{
    private const int LifetimeSeconds = 3_599;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _valid = [];
    private int _issuedCount;

    public int IssuedCount => _issuedCount;

    public bool Accepts(string authorization)
    {
        lock (_gate)
            return authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
                && _valid.Contains(authorization["Bearer ".Length..]);
    }

    public void ExpireAll()
    {
        lock (_gate)
            _valid.Clear();
    }

    /// <summary>An unsigned token: the tenant itself is the only one that believes it.</summary>
    public string Issue()
    {
        var number = Interlocked.Increment(ref _issuedCount);
        var claims = JsonSerializer.Serialize(new
        {
            aud = "https://graph.microsoft.com",
            tid = options.TenantId,
            appid = options.ClientId,
            roles = grants,
            uti = number.ToString(),
        });
        var token = $"{Encoded("""{"alg":"none","typ":"JWT"}""")}.{Encoded(claims)}.c2ln";
        lock (_gate)
            _valid.Add(token);
        return token;
    }

    public async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["grant_type"] != "client_credentials")
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "unsupported_grant_type", "AADSTS70003");
        else if (form["client_id"] != options.ClientId)
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "unauthorized_client", "AADSTS700016");
        else if (form["client_secret"] != options.ClientSecret)
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "invalid_client", "AADSTS7000215");
        else
            await context.Response.WriteAsJsonAsync(new Dictionary<string, object>
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = LifetimeSeconds,
                ["ext_expires_in"] = LifetimeSeconds,
                ["access_token"] = Issue(),
            }, context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, int status, string error, string code)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new { error, error_description = $"{code}: refused by the stand-in." }, context.RequestAborted);
    }

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
