-- ErasureStore: whose the accounts were said to be. Reads the table: erasures are rare.
DELETE FROM account_claims WHERE person_id = @PersonId
