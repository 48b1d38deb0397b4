-- ErasureStore, with the deletion of the rows. One row.
INSERT INTO unfinished_erasures (erasure_id, at_ms, caller, roles, text_version, person_keys)
VALUES (@Id, @At, @Caller, @Roles, @TextVersion, @PersonKeys)
