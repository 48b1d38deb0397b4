-- RetentionStore, each night: moves of runs that are past their age. Reads all runs, one a night.
DELETE FROM run_rule_moves WHERE run_number IN (SELECT run_number FROM runs WHERE to_ms < @BeforeMs)
