-- RetentionStore, each night: places of runs that are past their age. Reads all runs, one a night.
DELETE FROM rankings WHERE run_number IN (SELECT run_number FROM runs WHERE to_ms < @BeforeMs)
