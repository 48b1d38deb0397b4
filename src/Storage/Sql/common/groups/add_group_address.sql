-- CursorStore, for each address of a group. Two seeks.
INSERT INTO group_addresses (group_id, account_id)
SELECT group_id, @AddressId FROM groups WHERE source = @Source AND account_id = @AccountId
