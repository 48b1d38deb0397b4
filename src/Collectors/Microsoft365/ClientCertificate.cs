using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InfluencerMap.Collectors;

/// <summary>The certificate by which an application shows who it is, from a .pem or .pfx file with its key.</summary>
internal static class ClientCertificate
{
    /// <exception cref="InputException">The file cannot be read, holds no key, or its time is over.</exception>
    public static X509Certificate2 Load(string path)
    {
        var certificate = Read(path);
        // Microsoft's own answer comes late and names a code alone.
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        if (now > until)
            throw new InputException(
                $"The certificate ended on {until:yyyy-MM-dd}: make a new one and upload its public part to the "
                + "application, Certificates & secrets.");
        if (now < from)
            throw new InputException($"The certificate begins on {from:yyyy-MM-dd}; is this machine's clock right?");
        return certificate;
    }

    private static X509Certificate2 Read(string path)
    {
        var password = CredentialSettings.Variable(CredentialSettings.PasswordVariable);
        try
        {
            var certificate = !Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
                ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : password is null
                    ? X509Certificate2.CreateFromPemFile(path)
                    : X509Certificate2.CreateFromEncryptedPemFile(path, password);
            return certificate.GetRSAPrivateKey() is null
                ? throw new InputException("The certificate has no RSA key; Microsoft Entra takes no other.")
                : certificate;
        }
        catch (CryptographicException)
        {
            throw new InputException(
                "The certificate's file holds no certificate with its key, or its password is wrong; the password "
                + $"comes from the environment variable {CredentialSettings.PasswordVariable}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("The certificate's file may not be read by this user.");
        }
    }
}
