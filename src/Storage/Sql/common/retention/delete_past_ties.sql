-- RetentionStore, each night: ties of runs past their age. Reads all runs, one a night.
-- Of any run but the latest also those that rest on events past it.
DELETE FROM run_ties
WHERE run_number IN (
  SELECT run_number FROM runs
  WHERE to_ms < @BeforeMs
    OR (from_ms < @BeforeMs AND published_order < (SELECT max(published_order) FROM runs)))
