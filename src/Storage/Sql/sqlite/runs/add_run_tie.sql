-- RankingStore, a row for each tie of a new run.
INSERT INTO run_ties (run_number, source_person_id, target_person_id, strength)
VALUES (@RunNumber, @Source, @Target, @Strength)
