-- Settlement, once for all accounts whose last owner changed. A seek each.
UPDATE a SET person_id = r.PersonId FROM accounts AS a JOIN @owner_rows AS r ON r.AccountId = a.account_id
