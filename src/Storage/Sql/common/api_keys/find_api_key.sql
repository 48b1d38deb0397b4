-- ApiKeyStore, for each request that brings a key. One seek.
SELECT
  key_id AS Id, secret_hash AS SecretHash, roles AS Roles, person_id AS PersonId, created_ms AS CreatedAt,
  expires_ms AS ExpiresAt, revoked_ms AS RevokedAt
FROM api_keys
WHERE key_id = @Id
