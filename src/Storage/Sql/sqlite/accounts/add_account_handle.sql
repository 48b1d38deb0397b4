-- PeopleStore and InteractionStore, a row for each account seen for the first time.
INSERT INTO account_handles (account_id, handle) VALUES (@AccountId, @Handle)
