-- IdentityStore. A seek to the window and two look-ups a row for each side; sorts the rows of accounts without owner.
SELECT h.handle AS Handle, CAST(b.person_id AS bigint) AS PersonId, count_big(*) AS Interactions
FROM (
  SELECT source_account_id AS account_id, target_account_id AS other_id
  FROM interactions WHERE at_ms >= @FromMs AND at_ms < @ToMs
  UNION ALL
  SELECT target_account_id, source_account_id FROM interactions WHERE at_ms >= @FromMs AND at_ms < @ToMs
) AS seen
JOIN accounts a ON a.account_id = seen.account_id AND a.person_id IS NULL AND a.kind = 0
JOIN accounts b ON b.account_id = seen.other_id AND b.person_id IS NOT NULL
JOIN account_handles h ON h.account_id = a.account_id
GROUP BY a.account_id, h.handle, b.person_id
