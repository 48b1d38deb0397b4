-- InteractionStore, before the window is read. A seek to the window, then a step for each row.
SELECT count(*) FROM interactions WHERE at_ms >= @FromMs AND at_ms < @ToMs
