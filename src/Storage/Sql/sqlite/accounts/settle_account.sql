-- Settlement, a row for each account whose last owner changed. One seek.
UPDATE accounts SET person_id = @PersonId WHERE account_id = @AccountId
