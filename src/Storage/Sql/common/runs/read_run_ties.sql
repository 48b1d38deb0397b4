-- RankingStore. A seek to the run, then its ties in the order in which they lie.
SELECT t.source_person_id AS Source, t.target_person_id AS Target, t.strength AS Strength
FROM runs r JOIN run_ties t ON t.run_number = r.run_number
WHERE r.run_id = @RunId
ORDER BY t.source_person_id, t.target_person_id
