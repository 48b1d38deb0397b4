-- InteractionStore. Reads every account, then a seek to the window for each side; sorts the rows without an owner.
WITH nobodies AS (SELECT account_id FROM accounts WHERE person_id IS NULL)
SELECT h.handle AS Handle, a.kind AS Kind, count(*) AS Interactions
FROM (
  SELECT source_account_id AS account_id FROM interactions
  WHERE at_ms >= @FromMs AND at_ms < @ToMs AND source_account_id IN nobodies
  UNION ALL
  SELECT target_account_id FROM interactions
  WHERE at_ms >= @FromMs AND at_ms < @ToMs AND target_account_id IN nobodies
) AS seen
CROSS JOIN accounts a ON a.account_id = seen.account_id
CROSS JOIN account_handles h ON h.account_id = a.account_id
GROUP BY a.account_id
ORDER BY Interactions DESC, h.handle
