-- RetentionStore, each night: what was set aside of runs that are past their age. Reads all runs, one a night.
DELETE FROM run_hygiene WHERE run_number IN (SELECT run_number FROM runs WHERE to_ms < @BeforeMs)
