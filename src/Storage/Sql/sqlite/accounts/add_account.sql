-- PeopleStore and InteractionStore, a row for each account seen for the first time.
INSERT INTO accounts (account_id, kind) VALUES (@AccountId, @Kind)
