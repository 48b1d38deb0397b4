using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>
/// Issues access tokens for what shows who the client is: its secret, its certificate, a federated token, or the
/// machine that it runs on. They end when the test says so.
/// </summary>
internal sealed class AccessTokens(TenantOptions options, IReadOnlyCollection<string> grants)
{
    private const int LifetimeSeconds = 3_599;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _valid = [];
    private int _issuedCount;

    public int IssuedCount => _issuedCount;

    /// <summary>What tokens were asked for.</summary>
    public List<string> Scopes { get; } = [];

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
        else if (Refusal(form, context.Request) is { } code)
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "invalid_client", code);
        else
        {
            NoteScope(form["scope"].ToString());
            await context.Response.WriteAsJsonAsync(new Dictionary<string, object>
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = LifetimeSeconds,
                ["ext_expires_in"] = LifetimeSeconds,
                ["access_token"] = Issue(),
            }, context.RequestAborted);
        }
    }

    /// <summary>As App Service answers the programs on its machines; the header proves that they are there.</summary>
    public async Task AnswerMachineAsync(HttpContext context)
    {
        if (context.Request.Headers["X-IDENTITY-HEADER"] != options.MachineSecret)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        await AnswerIdentityAsync(context, "No User Assigned or Delegated Managed Identity found.");
    }

    /// <summary>As the metadata service of a virtual machine answers (IMDS); the header keeps proxies out.</summary>
    public async Task AnswerVirtualMachineAsync(HttpContext context)
    {
        if (context.Request.Headers["Metadata"] == "true")
            await AnswerIdentityAsync(context, "Identity not found");
        else
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "bad_request_102", "No Metadata header");
    }

    private async Task AnswerIdentityAsync(HttpContext context, string unknownIdentity)
    {
        var query = context.Request.Query;
        if (query["client_id"] is [{ } asked] && asked != options.ClientId)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(
                new { error = "invalid_request", error_description = unknownIdentity, message = unknownIdentity },
                context.RequestAborted);
            return;
        }
        var resource = query["resource"].ToString();
        NoteScope(resource);
        var end = TimeProvider.System.GetUtcNow().AddSeconds(LifetimeSeconds).ToUnixTimeSeconds();
        await context.Response.WriteAsJsonAsync(
            new { access_token = Issue(), expires_on = end.ToString(), resource, token_type = "Bearer" },
            context.RequestAborted);
    }

    private void NoteScope(string scope)
    {
        lock (_gate)
            Scopes.Add(scope);
    }

    /// <summary>Why the client is not who it says; null where it is.</summary>
    private string? Refusal(IFormCollection form, HttpRequest request)
    {
        if (form["client_assertion"] is not [{ } assertion])
            return form["client_secret"] == options.ClientSecret ? null : "AADSTS7000215";
        if (options.FederatedToken is { } federated && !assertion.StartsWith("ey", StringComparison.Ordinal))
            return assertion == federated ? null : "AADSTS70021";
        var audience = $"{request.Scheme}://{request.Host}{request.Path}";
        return options.ClientCertificate is { } certificate
            && ClientAssertion.IsBy(certificate, assertion, options.ClientId, audience) ? null : "AADSTS700027";
    }

    private static Task RefuseAsync(HttpContext context, int status, string error, string code)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new { error, error_description = $"{code}: refused by the stand-in." }, context.RequestAborted);
    }

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
