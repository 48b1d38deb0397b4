-- AuditStore, for people not shown together since the process began. One seek.
SELECT TOP (1) keys_hash FROM audit_keys WHERE keys_hash = @KeysHash
