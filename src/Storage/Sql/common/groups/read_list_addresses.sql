-- InteractionStore, before a window is read. Reads the addresses of all groups.
SELECT a.account_id AS AddressId, g.account_id AS GroupId
FROM group_addresses a JOIN groups g ON g.group_id = a.group_id
ORDER BY a.account_id, g.account_id
