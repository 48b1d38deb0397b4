-- AccessStore: addresses and handles. Reads the table: exports are rare.
SELECT h.handle AS Handle
FROM account_handles h JOIN accounts a ON a.account_id = h.account_id
WHERE a.person_id = @PersonId ORDER BY h.account_id
