-- InteractionStore. A seek to the window and a look-up a row for each side; sorts the rows without an owner.
SELECT h.handle AS Handle, CAST(a.kind AS bigint) AS Kind, count_big(*) AS Interactions
FROM (
  SELECT source_account_id AS account_id FROM interactions WHERE at_ms >= @FromMs AND at_ms < @ToMs
  UNION ALL
  SELECT target_account_id FROM interactions WHERE at_ms >= @FromMs AND at_ms < @ToMs
) AS seen
JOIN accounts a ON a.account_id = seen.account_id AND a.person_id IS NULL
JOIN account_handles h ON h.account_id = a.account_id
GROUP BY a.account_id, a.kind, h.handle
ORDER BY Interactions DESC, h.handle
