-- PersonKeyStore and Tombstones: what other keys than one opened. One seek.
DELETE FROM store_keys WHERE purpose = @Purpose AND key_check <> @Kept
