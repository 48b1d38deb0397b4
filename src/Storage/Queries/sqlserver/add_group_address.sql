-- CursorStore, for each address of a group. One seek.
INSERT INTO group_addresses (source, group_account_id, account_id) VALUES (@Source, @AccountId, @AddressId)
