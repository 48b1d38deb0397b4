-- RankingStore, a row for each rule of a new run.
INSERT INTO run_hygiene (run_number, position, "rule", unit, count, reason, person_count)
VALUES (@RunNumber, @Position, @Rule, @Unit, @Count, @Reason, @PersonCount)
