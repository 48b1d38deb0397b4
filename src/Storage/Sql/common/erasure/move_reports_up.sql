-- ErasureStore: who reported to the person reports to that one's manager. Reads the table: erasures are rare.
UPDATE people SET manager_id = (
  SELECT CASE WHEN gone.manager_id = gone.person_id THEN NULL ELSE gone.manager_id END
  FROM people gone WHERE gone.person_id = @PersonId)
WHERE manager_id = @PersonId
