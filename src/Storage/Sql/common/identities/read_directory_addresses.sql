-- InternalDomains. Reads every address that a directory gives to somebody.
SELECT h.handle AS Handle, c.person_id AS PersonId
FROM account_claims c JOIN account_handles h ON h.account_id = c.account_id
WHERE c.origin = 1
