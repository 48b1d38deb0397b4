-- PeopleStore and InteractionAppend, once for all accounts seen for the first time.
INSERT INTO account_handles (account_id, handle) SELECT AccountId, Handle FROM @handle_rows
