-- ErasureStore: moves in every run. Reads the table: erasures are rare.
DELETE FROM run_rule_moves WHERE person_id = @PersonId
