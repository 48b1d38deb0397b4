-- InteractionStore. Reads every interaction once, for the accounts of nobody; for data without a directory.
SELECT h.handle
FROM accounts a JOIN account_handles h ON h.account_id = a.account_id
WHERE a.person_id IS NULL AND a.kind = 0 AND a.account_id IN (
  SELECT source_account_id FROM interactions UNION ALL SELECT target_account_id FROM interactions
)
