-- RetentionStore, each night and channel. A seek to the oldest rows, then only rows that are past their age.
DELETE FROM interactions WHERE at_ms < @BeforeMs AND channel = @Channel
