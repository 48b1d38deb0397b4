using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace InfluencerMap.Tenant.Protocol;

/// <summary>A signed statement by which a client shows that it holds its certificate's key (RFC 7523).</summary>
internal static class ClientAssertion
{
    public static bool IsBy(X509Certificate2 certificate, string assertion, string clientId, string audience)
    {
        if (assertion.Split('.') is not [var header, var claims, var signature])
            return false;
        using var head = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
        using var said = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
        var padding = head.RootElement.GetProperty("alg").GetString() == "PS256"
            ? RSASignaturePadding.Pss
            : RSASignaturePadding.Pkcs1;
        using var key = certificate.GetRSAPublicKey()!;
        return key.VerifyData(
                Encoding.ASCII.GetBytes($"{header}.{claims}"), Base64Url.DecodeFromChars(signature),
                HashAlgorithmName.SHA256, padding)
            && Text("iss") == clientId && Text("sub") == clientId && Text("aud") == audience;

        string? Text(string claim) => said.RootElement.GetProperty(claim).GetString();
    }
}
