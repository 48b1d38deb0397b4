-- InteractionStore, before a window is read. Reads who belongs to which group.
SELECT CAST(g.account_id AS bigint) AS GroupId, CAST(m.member_account_id AS bigint) AS MemberId
FROM groups g JOIN group_members m ON m.group_id = g.group_id
