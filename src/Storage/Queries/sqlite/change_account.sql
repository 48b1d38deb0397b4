-- PeopleStore, a row for each account whose owner or kind the directory states anew. One seek.
UPDATE accounts SET person_id = @PersonId, kind = @Kind WHERE account_id = @AccountId
