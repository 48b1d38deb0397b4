-- InteractionStore. A seek to the window, then its rows as they lie: those of one event are neighbours.
SELECT at_ms, event_id, source_account_id, target_account_id, channel, role, audience_size, minutes
FROM interactions
WHERE at_ms >= @FromMs AND at_ms < @ToMs
ORDER BY at_ms, event_id
