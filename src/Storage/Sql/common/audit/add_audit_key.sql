-- AuditStore, a row for each person of people shown together for the first time. Who was erased meanwhile stays so.
INSERT INTO audit_keys (keys_hash, key_hash, person_key)
SELECT @KeysHash, @KeyHash, CASE
  WHEN EXISTS (SELECT 1 FROM audit_keys WHERE key_hash = @KeyHash AND person_key IS NULL) THEN NULL
  ELSE @PersonKey END
