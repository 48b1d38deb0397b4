using System.Buffers.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;

namespace InfluencerMap.Collectors;

/// <summary>What the application may do, as its own token says.</summary>
public static class TenantPermissions
{
    /// <summary>The permissions granted, in order.</summary>
    /// <exception cref="InputException">No token was issued, or it does not name them.</exception>
    public static async Task<IReadOnlyList<string>> GrantedAsync(
        TenantSettings settings, CancellationToken cancellation)
    {
        var cloud = settings.Address();
        AccessToken token;
        try
        {
            token = await settings.Credential.Create(settings, cloud)
                .GetTokenAsync(new TokenRequestContext([cloud.Scope]), cancellation);
        }
        catch (AuthenticationFailedException e)
        {
            throw new InputException(SignInFailure.InWords(e));
        }
        return Roles(token.Token) ?? throw new InputException(
            "The token does not say which permissions it carries; is it one of an application?");
    }

    private static List<string>? Roles(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            return null;
        try
        {
            var said = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(parts[1]), AnswerJson.Default.TokenClaims);
            return [.. (said?.Roles ?? []).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
