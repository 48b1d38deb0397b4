-- ErasureStore: whose the accounts were, and when. Reads the table: erasures are rare.
DELETE FROM account_tenures WHERE person_id = @PersonId
