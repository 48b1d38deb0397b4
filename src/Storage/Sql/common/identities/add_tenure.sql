-- Settlement, a row for each owner of an account that had several.
INSERT INTO account_tenures (account_id, from_ms, person_id) VALUES (@AccountId, @FromMs, @PersonId)
