-- CursorStore, for each group that tells its addresses. Two seeks and its addresses.
DELETE FROM group_addresses
WHERE group_id = (SELECT group_id FROM groups WHERE source = @Source AND account_id = @AccountId)
