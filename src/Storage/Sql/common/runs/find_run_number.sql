-- RankingStore. A seek in the index on run_id.
SELECT run_number FROM runs WHERE run_id = @Id
