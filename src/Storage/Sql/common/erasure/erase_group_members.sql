-- ErasureStore: in which groups the person is. Reads the table: erasures are rare.
DELETE FROM group_members WHERE member_account_id IN (SELECT account_id FROM accounts WHERE person_id = @PersonId)
