-- InteractionStore, after an import. Reads the latest interactions, as many as @Rows, and seeks their accounts.
SELECT h.handle AS Handle, CASE WHEN a.person_id IS NULL THEN CAST(0 AS bigint) ELSE CAST(1 AS bigint) END AS IsOwned
FROM (
  SELECT l.source_account_id AS account_id
  FROM (SELECT TOP (@Rows) source_account_id FROM interactions ORDER BY at_ms DESC) l
  UNION
  SELECT l.target_account_id
  FROM (SELECT TOP (@Rows) target_account_id FROM interactions ORDER BY at_ms DESC) l
) s
JOIN accounts a ON a.account_id = s.account_id
JOIN account_handles h ON h.account_id = a.account_id
WHERE a.kind IN (0, 1)
