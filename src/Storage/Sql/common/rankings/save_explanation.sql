-- RankingStore, a row for each person explained of a published run. A seek to the run, then its rows.
UPDATE rankings SET explanation = @Explanation
WHERE run_number = @RunNumber AND person_id = @PersonId
