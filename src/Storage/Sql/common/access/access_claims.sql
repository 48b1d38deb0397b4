-- AccessStore: who says that an account is theirs. Reads the table: exports are rare.
SELECT h.handle AS Handle, c.origin AS Origin, c.from_ms AS FromMs, c.to_ms AS ToMs
FROM account_claims c JOIN account_handles h ON h.account_id = c.account_id
WHERE c.person_id = @PersonId ORDER BY c.claim_id
