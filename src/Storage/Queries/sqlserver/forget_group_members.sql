-- CursorStore, for each group told of as a whole. One seek and its members.
DELETE FROM group_members WHERE source = @Source AND group_account_id = @AccountId
