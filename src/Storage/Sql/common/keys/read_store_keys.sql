-- PersonKeyStore and Tombstones. One seek, a row or two.
SELECT key_check AS KeyCheck, sealed AS Sealed FROM store_keys WHERE purpose = @Purpose
