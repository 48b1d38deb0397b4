-- AuditStore, at an erasure. A seek to one person; the keyed hash stays, so that the chain still holds.
UPDATE audit_keys SET person_key = NULL WHERE person_key = @PersonKey
