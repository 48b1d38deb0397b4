-- RankingStore, a row for each rule that a run was ranked without; one that is there stays as it is.
INSERT INTO run_rule_effects (run_number, position, "rule", changed_count, largest_move)
SELECT @RunNumber, @Position, @Rule, @ChangedCount, @LargestMove
WHERE NOT EXISTS (SELECT 1 FROM run_rule_effects WHERE run_number = @RunNumber AND "rule" = @Rule)
