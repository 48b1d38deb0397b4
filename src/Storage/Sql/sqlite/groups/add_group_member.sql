-- CursorStore, for each member who joined. Two seeks.
INSERT INTO group_members (group_id, member_account_id)
SELECT group_id, @MemberId FROM groups WHERE source = @Source AND account_id = @AccountId
ON CONFLICT (group_id, member_account_id) DO NOTHING
