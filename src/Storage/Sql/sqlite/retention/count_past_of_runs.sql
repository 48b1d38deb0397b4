-- RetentionStore, when a setting is chosen or shown: what delete_past_… would delete.
-- Reads all runs, one a night, and the rows of those past their age.
WITH past AS (SELECT run_number FROM runs WHERE to_ms < @BeforeMs)
SELECT
  (SELECT count(*) FROM past) AS Runs,
  (SELECT count(*) FROM past)
    + (SELECT count(*) FROM cohorts WHERE run_number IN (SELECT run_number FROM past))
    + (SELECT count(*) FROM run_rule_moves WHERE run_number IN (SELECT run_number FROM past))
    + (SELECT count(*) FROM run_rule_effects WHERE run_number IN (SELECT run_number FROM past))
    + (SELECT count(*) FROM run_voices WHERE run_number IN (SELECT run_number FROM past))
    + (SELECT count(*) FROM run_hygiene WHERE run_number IN (SELECT run_number FROM past))
    + (SELECT count(*) FROM rankings WHERE run_number IN (SELECT run_number FROM past))
    + (SELECT count(*) FROM run_ties WHERE run_number IN (
        SELECT run_number FROM runs
        WHERE to_ms < @BeforeMs
          OR (from_ms < @BeforeMs AND published_order < (SELECT max(published_order) FROM runs)))) AS OfRuns
