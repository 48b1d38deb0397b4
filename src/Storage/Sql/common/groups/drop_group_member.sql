-- CursorStore, for each member who left. Two seeks.
DELETE FROM group_members
WHERE group_id = (SELECT group_id FROM groups WHERE source = @Source AND account_id = @AccountId)
  AND member_account_id = @MemberId
