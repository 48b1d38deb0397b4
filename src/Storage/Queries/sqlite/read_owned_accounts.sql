-- PeopleStore. Reads every handle with its owner, to see what a directory changes.
SELECT a.account_id AS AccountId, h.handle AS Handle, a.person_id AS PersonId, a.kind AS Kind
FROM accounts a JOIN account_handles h USING (account_id)
ORDER BY a.account_id
