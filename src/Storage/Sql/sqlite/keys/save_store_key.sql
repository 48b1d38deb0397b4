-- PersonKeyStore and Tombstones. One seek.
INSERT INTO store_keys (purpose, key_check, sealed) VALUES (@Purpose, @KeyCheck, @Sealed)
ON CONFLICT (purpose, key_check) DO UPDATE SET sealed = excluded.sealed
