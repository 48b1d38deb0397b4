-- ApiKeyStore. Reads every key, the newest first.
SELECT
  key_id AS Id, secret_hash AS SecretHash, roles AS Roles, person_id AS PersonId, created_ms AS CreatedAt,
  expires_ms AS ExpiresAt, revoked_ms AS RevokedAt
FROM api_keys
ORDER BY created_ms DESC, key_id
