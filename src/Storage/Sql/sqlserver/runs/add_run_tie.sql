-- RankingStore, once for all ties of a new run.
INSERT INTO run_ties (run_number, source_person_id, target_person_id, strength)
SELECT RunNumber, Source, Target, Strength FROM @tie_rows
