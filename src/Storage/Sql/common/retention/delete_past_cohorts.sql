-- RetentionStore, each night: proposals of runs that are past their age. Reads all runs, one a night.
DELETE FROM cohorts WHERE run_number IN (SELECT run_number FROM runs WHERE to_ms < @BeforeMs)
