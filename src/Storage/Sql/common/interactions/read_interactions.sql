-- InteractionStore. A seek to the window, then its rows as they lie: those of one event are neighbours.
-- Packed, as InteractionRow takes them apart: 32 bits an account, then 32 of audience, 16 of minutes, 8 of channel, 8 of role.
SELECT at_ms, event_id, source_account_id * CAST(4294967296 AS bigint) + target_account_id AS accounts,
  audience_size * CAST(4294967296 AS bigint) + minutes * 65536 + channel * 256 + role AS rest
FROM interactions
WHERE at_ms >= @FromMs AND at_ms < @ToMs
ORDER BY at_ms, event_id
