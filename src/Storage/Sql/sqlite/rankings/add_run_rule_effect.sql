-- RankingStore, a row for each rule that a run was ranked without; one that is there stays as it is.
INSERT OR IGNORE INTO run_rule_effects (run_number, position, rule, changed_count, largest_move)
VALUES (@RunNumber, @Position, @Rule, @ChangedCount, @LargestMove)
