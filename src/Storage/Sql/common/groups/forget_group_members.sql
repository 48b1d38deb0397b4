-- CursorStore, for each group told of as a whole. Two seeks and its members.
DELETE FROM group_members
WHERE group_id = (SELECT group_id FROM groups WHERE source = @Source AND account_id = @AccountId)
