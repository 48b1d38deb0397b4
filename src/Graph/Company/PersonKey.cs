using System.Security.Cryptography;
using System.Text;

namespace InfluencerMap.Graph.Company;

/// <summary>The pseudonymous key of a person: the only identity that leaves the collecting process.</summary>
public static class PersonKey
{
    /// <summary>Shortest customer key: 128 bits.</summary>
    public const int CustomerKeyBytesMin = 16;

    /// <summary>
    /// The first 64 bits, in 16 lower-case hexadecimal digits, of HMAC-SHA-256 over the id. The same id and customer
    /// key always give the same key; without the customer key nobody can find out whose it is.
    /// </summary>
    /// <param name="customerKey">At least <see cref="CustomerKeyBytesMin"/> bytes.</param>
    /// <param name="sourceId">As it is stored, in its normal spelling: another spelling is another key.</param>
    /// <exception cref="ArgumentException">The customer key is too short.</exception>
    public static string Derive(ReadOnlySpan<byte> customerKey, string sourceId)
    {
        if (customerKey.Length < CustomerKeyBytesMin)
            throw new ArgumentException(
                $"The customer key has {customerKey.Length} bytes; at least {CustomerKeyBytesMin} are needed.");
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(customerKey, Encoding.UTF8.GetBytes(sourceId), hash);
        return Convert.ToHexStringLower(hash[..8]);
    }
}
