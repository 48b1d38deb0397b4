-- InteractionAppend, once an append. A row that is there already stays as it is; of equal keys the first counts.
INSERT INTO interactions
  (at_ms, event_id, source_account_id, target_account_id, channel, role, audience_size, minutes)
SELECT at_ms, event_id, source_account_id, target_account_id, channel, role, audience_size, minutes
FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY at_ms, event_id, source_account_id, target_account_id ORDER BY ordinal) AS occurrence
  FROM staged_interactions
) AS fresh
WHERE fresh.occurrence = 1 AND NOT EXISTS (
  SELECT 1
  FROM interactions AS stored
  WHERE stored.at_ms = fresh.at_ms AND stored.event_id = fresh.event_id
    AND stored.source_account_id = fresh.source_account_id AND stored.target_account_id = fresh.target_account_id)
