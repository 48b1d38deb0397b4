-- InteractionStore, after an import. Reads the latest interactions, as many as @Rows, and seeks their accounts.
SELECT h.handle AS Handle, CASE WHEN a.person_id IS NULL THEN 0 ELSE 1 END AS IsOwned
FROM (
  SELECT l.source_account_id AS account_id
  FROM (SELECT source_account_id FROM interactions ORDER BY at_ms DESC LIMIT @Rows) l
  UNION
  SELECT l.target_account_id
  FROM (SELECT target_account_id FROM interactions ORDER BY at_ms DESC LIMIT @Rows) l
) s
JOIN accounts a ON a.account_id = s.account_id
JOIN account_handles h ON h.account_id = a.account_id
WHERE a.kind IN (0, 1)
