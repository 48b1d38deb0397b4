-- ApiKeyStore, once a key.
INSERT INTO api_keys (key_id, secret_hash, roles, person_id, created_ms, expires_ms)
VALUES (@Id, @SecretHash, @Roles, @PersonId, @CreatedAt, @ExpiresAt)
