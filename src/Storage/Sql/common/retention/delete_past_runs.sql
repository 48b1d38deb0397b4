-- RetentionStore, each night, last: the runs themselves. Reads all of them, one a night.
DELETE FROM runs WHERE to_ms < @BeforeMs
