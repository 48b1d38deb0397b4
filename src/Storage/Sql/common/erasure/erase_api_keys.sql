-- ErasureStore: keys to the self-view. Reads the table: erasures are rare.
DELETE FROM api_keys WHERE person_id = @PersonId
