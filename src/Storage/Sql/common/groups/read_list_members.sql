-- InteractionStore, before a window is read. Reads who belongs to which group.
SELECT g.account_id AS GroupId, m.member_account_id AS MemberId
FROM groups g JOIN group_members m ON m.group_id = g.group_id
