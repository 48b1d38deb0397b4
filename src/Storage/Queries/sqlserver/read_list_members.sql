-- InteractionStore, before a window is read. Reads who belongs to which group.
SELECT CAST(group_account_id AS bigint) AS GroupId, CAST(member_account_id AS bigint) AS MemberId FROM group_members
