-- AccessStore: ties in each run that keeps them. Reads the table: exports are rare.
SELECT r.run_id AS RunId, t.source_person_id AS FromId, t.target_person_id AS ToId, t.strength AS Strength
FROM run_ties t JOIN runs r ON r.run_number = t.run_number
WHERE t.source_person_id = @PersonId OR t.target_person_id = @PersonId
ORDER BY r.published_order, t.source_person_id, t.target_person_id
