-- InteractionStore, before a window is read. Reads the addresses of all groups.
SELECT CAST(account_id AS bigint) AS AddressId, CAST(group_account_id AS bigint) AS GroupId
FROM group_addresses
ORDER BY account_id, group_account_id
