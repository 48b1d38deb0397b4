-- CursorStore, for each member who joined. Two seeks.
INSERT INTO group_members (group_id, member_account_id)
SELECT g.group_id, @MemberId
FROM groups g
WHERE g.source = @Source AND g.account_id = @AccountId
  AND NOT EXISTS (SELECT 1 FROM group_members m WHERE m.group_id = g.group_id AND m.member_account_id = @MemberId)
