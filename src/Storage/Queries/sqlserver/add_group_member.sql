-- CursorStore, for each member who joined. One seek.
INSERT INTO group_members (source, group_account_id, member_account_id)
SELECT @Source, @AccountId, @MemberId
WHERE NOT EXISTS (
  SELECT 1 FROM group_members
  WHERE source = @Source AND group_account_id = @AccountId AND member_account_id = @MemberId)
