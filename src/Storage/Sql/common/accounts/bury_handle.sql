-- ErasureStore. One seek: only a keyed hash of the handle stays.
UPDATE account_handles SET handle = @Tombstone WHERE account_id = @AccountId
