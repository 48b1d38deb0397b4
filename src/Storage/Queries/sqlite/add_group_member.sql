-- CursorStore, for each member who joined. One seek.
INSERT INTO group_members (source, group_account_id, member_account_id) VALUES (@Source, @AccountId, @MemberId)
ON CONFLICT (source, group_account_id, member_account_id) DO NOTHING
