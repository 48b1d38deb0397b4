-- PersonKeyStore and Tombstones. One seek.
UPDATE store_keys SET sealed = @Sealed WHERE purpose = @Purpose AND key_check = @KeyCheck

IF @@ROWCOUNT = 0
  INSERT INTO store_keys (purpose, key_check, sealed) VALUES (@Purpose, @KeyCheck, @Sealed)
