-- RankingStore, a row for each person among the first whom a rule moves; one that is there stays as it is.
INSERT INTO run_rule_moves (run_number, "rule", position, person_id, rank_with, rank_without)
SELECT @RunNumber, @Rule, @Position, @PersonId, @With, @Without
WHERE NOT EXISTS (
  SELECT 1 FROM run_rule_moves WHERE run_number = @RunNumber AND "rule" = @Rule AND person_id = @PersonId)
