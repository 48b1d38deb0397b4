-- InteractionStore. A seek to the window and a look-up a row for each side; sorts the rows without an owner.
SELECT h.handle AS Handle, a.kind AS Kind, count(*) AS Interactions
FROM (
  SELECT source_account_id AS account_id FROM interactions WHERE at_ms >= @FromMs AND at_ms < @ToMs
  UNION ALL
  SELECT target_account_id FROM interactions WHERE at_ms >= @FromMs AND at_ms < @ToMs
) AS seen
CROSS JOIN accounts a ON a.account_id = seen.account_id AND a.person_id IS NULL
CROSS JOIN account_handles h ON h.account_id = a.account_id
GROUP BY a.account_id
ORDER BY Interactions DESC, h.handle
