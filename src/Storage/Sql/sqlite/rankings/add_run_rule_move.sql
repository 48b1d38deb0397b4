-- RankingStore, a row for each person among the first whom a rule moves; one that is there stays as it is.
INSERT OR IGNORE INTO run_rule_moves (run_number, rule, position, person_id, rank_with, rank_without)
VALUES (@RunNumber, @Rule, @Position, @PersonId, @With, @Without)
