-- CursorStore, for each group that tells its addresses. One seek and its addresses.
DELETE FROM group_addresses WHERE source = @Source AND group_account_id = @AccountId
