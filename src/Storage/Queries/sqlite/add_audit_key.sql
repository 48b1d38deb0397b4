-- AuditStore, a row for each person of people shown together for the first time.
INSERT INTO audit_keys (keys_hash, key_hash, person_key) VALUES (@KeysHash, @KeyHash, @PersonKey)
