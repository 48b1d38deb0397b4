-- ApiKeyStore, for each request that brings a key. One seek.
SELECT
  key_id AS KeyId, secret_hash AS SecretHash, roles AS Roles, person_id AS PersonId, created_ms AS CreatedMs,
  expires_ms AS ExpiresMs, revoked_ms AS RevokedMs
FROM api_keys
WHERE key_id = @KeyId
