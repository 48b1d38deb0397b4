using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using InfluencerMap.Graph.Company;

namespace InfluencerMap.Storage;

/// <summary>Keys for callers of the API where there is no identity provider. Only their hashes are kept.</summary>
public sealed class ApiKeyStore
{
    /// <summary>What every key begins with, so that one that leaks is recognised.</summary>
    public const string Prefix = "imk_";

    private const int IdBytes = 6;
    private const int SecretBytes = 32;

    private readonly Database _database;

    internal ApiKeyStore(Database database) => _database = database;

    /// <summary>Makes a key and gives its text, which cannot be read again.</summary>
    /// <param name="roles">What the key opens.</param>
    /// <param name="personId">Whose self-view it opens; null = nobody's.</param>
    /// <param name="createdAt">Now, UTC.</param>
    /// <param name="expiresAt">First instant at which it opens nothing, UTC.</param>
    /// <param name="cancellation">Undoes the making.</param>
    public async Task<string> CreateAsync(
        IReadOnlyList<string> roles, PersonId? personId, DateTime createdAt, DateTime expiresAt,
        CancellationToken cancellation)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var key = new
        {
            Id = id, SecretHash = HashOf(secret), Roles = roles, PersonId = personId, CreatedAt = createdAt,
            ExpiresAt = expiresAt,
        };
        await _database.ExecuteAsync(Query.AddApiKey, key, cancellation);
        return $"{Prefix}{id}_{secret}";
    }

    /// <summary>The key of this text, expired and revoked ones included; null where there is none.</summary>
    public async Task<ApiKey?> FindAsync(string text, CancellationToken cancellation)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)
            || text.IndexOf('_', Prefix.Length) is not (> 0 and var end))
            return null;
        var key = await _database.FirstAsync<ApiKey>(
            Query.FindApiKey, new { Id = text[Prefix.Length..end] }, cancellation);
        return key is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(key.SecretHash), Encoding.ASCII.GetBytes(HashOf(text[(end + 1)..])))
            ? key
            : null;
    }

    /// <summary>Every key, the newest first.</summary>
    public Task<ApiKey[]> ListAsync(CancellationToken cancellation) =>
        _database.QueryAsync<ApiKey>(Query.ListApiKeys, null, cancellation);

    /// <returns>Whether there is such a key.</returns>
    public async Task<bool> RevokeAsync(string id, DateTime at, CancellationToken cancellation) =>
        await _database.ExecuteAsync(Query.RevokeApiKey, new { Id = id, RevokedAt = at }, cancellation) > 0;

    private static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>A key as the store knows it: without its secret.</summary>
public sealed record ApiKey
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Whose self-view it opens; null = nobody's.</summary>
    public PersonId? PersonId { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>First instant at which it opens nothing, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    public DateTime? RevokedAt { get; init; }

    internal string SecretHash { get; init; } = "";

    public bool OpensAt(DateTime instant) => RevokedAt is null && instant < ExpiresAt;
}
