-- ErasureStore: what stands for the person in files. Reads the table: erasures are rare.
SELECT CAST(account_id AS bigint) AS AccountId, handle AS Handle FROM account_handles
WHERE account_id IN (SELECT account_id FROM accounts WHERE person_id = @PersonId) ORDER BY account_id
