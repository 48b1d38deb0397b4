-- ErasureStore: places in every run.
DELETE FROM rankings WHERE person_id = @PersonId
