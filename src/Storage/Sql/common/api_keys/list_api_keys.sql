-- ApiKeyStore. Reads every key, the newest first.
SELECT
  key_id AS KeyId, secret_hash AS SecretHash, roles AS Roles, person_id AS PersonId, created_ms AS CreatedMs,
  expires_ms AS ExpiresMs, revoked_ms AS RevokedMs
FROM api_keys
ORDER BY created_ms DESC, key_id
