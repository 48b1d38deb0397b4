-- ErasureStore. Looks in every table whether anything still refers to the person: erasures are rare.
DELETE FROM people WHERE person_id = @PersonId
