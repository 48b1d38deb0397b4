-- ErasureStore: proposals. Reads the table: erasures are rare.
DELETE FROM cohort_members WHERE person_id = @PersonId
