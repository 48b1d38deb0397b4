-- CursorStore, for each group that is gone. One seek; its members and addresses go with it.
DELETE FROM groups WHERE source = @Source AND account_id = @AccountId
