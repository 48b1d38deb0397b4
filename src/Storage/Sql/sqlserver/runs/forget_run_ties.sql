-- RankingStore, once a new run: ties of runs but the last few. Reads the whole index of runs, one a night.
DELETE FROM run_ties
WHERE run_number IN (SELECT run_number FROM runs ORDER BY published_order DESC OFFSET @Keep ROWS)
