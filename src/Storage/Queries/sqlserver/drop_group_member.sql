-- CursorStore, for each member who left. One seek.
DELETE FROM group_members
WHERE source = @Source AND group_account_id = @AccountId AND member_account_id = @MemberId
