-- InteractionStore, before a window is read. Reads who belongs to which group.
SELECT group_account_id AS GroupId, member_account_id AS MemberId FROM group_members
