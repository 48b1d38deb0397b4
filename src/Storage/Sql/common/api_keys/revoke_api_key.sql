-- ApiKeyStore. One seek; a key revoked before keeps its instant.
UPDATE api_keys SET revoked_ms = coalesce(revoked_ms, @RevokedMs) WHERE key_id = @KeyId
