-- ErasureStore: ties in every run. Reads the table: erasures are rare.
DELETE FROM run_ties WHERE source_person_id = @PersonId OR target_person_id = @PersonId
