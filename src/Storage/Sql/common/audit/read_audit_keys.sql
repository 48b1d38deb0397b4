-- AuditStore. A seek to the people shown together.
SELECT key_hash AS KeyHash, person_key AS PersonKey FROM audit_keys WHERE keys_hash = @KeysHash ORDER BY key_hash
