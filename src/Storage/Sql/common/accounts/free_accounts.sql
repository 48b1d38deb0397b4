-- ErasureStore: the accounts stay, nobody's. Reads the table: erasures are rare.
UPDATE accounts SET person_id = NULL WHERE person_id = @PersonId
