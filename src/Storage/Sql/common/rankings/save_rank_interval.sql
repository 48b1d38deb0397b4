-- RankingStore, a row for each ranked person of a published run. One seek.
UPDATE rankings SET rank_low = @Low, rank_high = @High
WHERE run_number = @RunNumber AND position = @Position AND person_id = @PersonId
