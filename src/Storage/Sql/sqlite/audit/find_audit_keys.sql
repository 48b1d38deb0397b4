-- AuditStore, for people not shown together since the process began. One seek.
SELECT keys_hash FROM audit_keys WHERE keys_hash = @KeysHash LIMIT 1
