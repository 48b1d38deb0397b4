-- ErasureStore: decisions stay, about nobody. Reads the table: erasures are rare.
UPDATE identity_log SET
  person_id = CASE WHEN person_id = @PersonId THEN NULL ELSE person_id END,
  other_person_id = CASE WHEN other_person_id = @PersonId THEN NULL ELSE other_person_id END
WHERE person_id = @PersonId OR other_person_id = @PersonId
