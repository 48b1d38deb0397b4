-- ErasureStore: what the person said.
DELETE FROM consents WHERE person_id = @PersonId
