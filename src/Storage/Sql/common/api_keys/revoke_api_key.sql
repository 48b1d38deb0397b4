-- ApiKeyStore. One seek; a key revoked before keeps its instant.
UPDATE api_keys SET revoked_ms = coalesce(revoked_ms, @RevokedAt) WHERE key_id = @Id
