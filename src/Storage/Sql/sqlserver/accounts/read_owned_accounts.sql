-- DirectoryMerge and Settlement. Reads every handle with what its account is, and its last owner as settled.
SELECT
  CAST(a.account_id AS bigint) AS AccountId, h.handle AS Handle, CAST(a.kind AS bigint) AS Kind,
  CAST(a.person_id AS bigint) AS PersonId
FROM accounts a JOIN account_handles h ON h.account_id = a.account_id
ORDER BY a.account_id
