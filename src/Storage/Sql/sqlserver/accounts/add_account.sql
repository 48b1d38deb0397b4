-- PeopleStore and InteractionStore, once for all accounts seen for the first time.
INSERT INTO accounts (account_id, kind) SELECT AccountId, Kind FROM @account_rows
