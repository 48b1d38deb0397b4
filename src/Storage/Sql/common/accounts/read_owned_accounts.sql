-- DirectoryMerge and Settlement. Reads every handle with what its account is, and its last owner as settled.
SELECT a.account_id AS AccountId, h.handle AS Handle, a.kind AS Kind, a.person_id AS PersonId
FROM accounts a JOIN account_handles h ON h.account_id = a.account_id
ORDER BY a.account_id
