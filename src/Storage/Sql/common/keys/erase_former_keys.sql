-- ErasureStore. One seek.
DELETE FROM former_keys WHERE person_id = @PersonId
