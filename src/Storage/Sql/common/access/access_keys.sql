-- AccessStore: keys to the self-view, without their secrets. Reads the table: exports are rare.
SELECT
  key_id AS KeyId, roles AS Roles, created_ms AS CreatedMs, expires_ms AS ExpiresMs, revoked_ms AS RevokedMs
FROM api_keys WHERE person_id = @PersonId ORDER BY created_ms
