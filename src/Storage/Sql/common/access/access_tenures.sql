-- AccessStore: from when an account of several was theirs. Reads the table: exports are rare.
SELECT h.handle AS Handle, t.from_ms AS FromMs
FROM account_tenures t JOIN account_handles h ON h.account_id = t.account_id
WHERE t.person_id = @PersonId ORDER BY t.account_id, t.from_ms
