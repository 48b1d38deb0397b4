-- AuditStore, a row for each action.
INSERT INTO audit (sequence, at_ms, caller, roles, action, purpose, detail, text_version, keys_hash, hash)
VALUES (@Sequence, @AtMs, @Caller, @Roles, @Action, @Purpose, @Detail, @TextVersion, @KeysHash, @Hash)
