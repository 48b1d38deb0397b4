using System.Security.Cryptography;
using System.Text;

namespace InfluencerMap.Storage;

/// <summary>Tells the right key from another, and keeps one key under another.</summary>
internal static class SealedKey
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>What a store keeps of a key that rows depend on: it tells whether a key is that one, no more.</summary>
    public static string CheckOf(byte[] key, string purpose) => Convert.ToHexStringLower(
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("InfluencerMap key check: " + purpose)));

    /// <summary>Encrypts a key under another, with AES-GCM.</summary>
    public static string Seal(byte[] under, byte[] secret)
    {
        var bytes = new byte[NonceBytes + TagBytes + secret.Length];
        var nonce = bytes.AsSpan(0, NonceBytes);
        var rest = bytes.AsSpan(NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(Wrapping(under), TagBytes);
        cipher.Encrypt(nonce, secret, rest[TagBytes..], rest[..TagBytes]);
        return Convert.ToBase64String(bytes);
    }

    /// <exception cref="StoreException">It was sealed under another key, or altered since.</exception>
    public static byte[] Open(byte[] under, string text)
    {
        try
        {
            var bytes = Convert.FromBase64String(text);
            var rest = bytes.AsSpan(NonceBytes);
            var secret = new byte[rest.Length - TagBytes];
            using var cipher = new AesGcm(Wrapping(under), TagBytes);
            cipher.Decrypt(bytes.AsSpan(0, NonceBytes), rest[TagBytes..], rest[..TagBytes], secret);
            return secret;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException
            or OverflowException)
        {
            throw new StoreException(
                "A key that is kept encrypted does not open: it was altered. Restore the store and its audit from "
                + "a backup.", e);
        }
    }

    /// <summary>Not the key itself, which serves for hashes.</summary>
    private static byte[] Wrapping(byte[] key) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "InfluencerMap sealed key"u8.ToArray());
}
