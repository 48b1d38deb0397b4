-- RetentionStore, when a setting is chosen or shown. A seek to the oldest rows, then only rows that are past their age.
SELECT count_big(*) FROM interactions WHERE at_ms < @BeforeMs AND channel = @Channel
