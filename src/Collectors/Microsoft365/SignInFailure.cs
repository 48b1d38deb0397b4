using Azure.Identity;

namespace InfluencerMap.Collectors;

/// <summary>Why no token was issued, in one line. Microsoft's own text may quote names and is left out.</summary>
internal static class SignInFailure
{
    public static string InWords(AuthenticationFailedException failure) =>
        $"No token was issued: {Reason(CodeOf(failure), failure is CredentialUnavailableException)}";

    private static string Reason(string? code, bool isUnavailable) => code switch
    {
        "AADSTS7000215" => "the client secret is wrong. It is the secret's value, not its id.",
        "AADSTS7000222" => "the client secret has expired. Make a new one.",
        "AADSTS700016" => "the tenant has no application of this clientId.",
        "AADSTS90002" or "AADSTS900021" or "AADSTS900023" => "there is no tenant of this tenantId.",
        "AADSTS700027" => "the certificate is not one of the application's. Upload its public part.",
        "AADSTS7000112" => "the application is disabled.",
        "AADSTS70021" or "AADSTS700211" or "AADSTS700212" or "AADSTS700213" =>
            "no federated credential of the application fits the token's issuer, subject and audience.",
        "AADSTS700024" => "the federated token or this machine's clock is out of date.",
        not null => $"{code}. Check tenantId, clientId and the credential.",
        null when isUnavailable => "this machine has no managed identity, or the one of this clientId is not its own.",
        null => "the place that issues tokens cannot be reached, or refuses without a reason.",
    };

    /// <summary>Microsoft's code for the reason, such as AADSTS7000215; null where there is none.</summary>
    public static string? CodeOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            var start = cause.Message.IndexOf("AADSTS", StringComparison.Ordinal);
            if (start >= 0)
                return new(cause.Message[start..].TakeWhile(char.IsAsciiLetterOrDigit).ToArray());
        }
        return null;
    }
}
