-- ErasureStore. One seek.
DELETE FROM person_names WHERE person_id = @PersonId
