-- InteractionStore, before a window is read. Reads the addresses of all groups.
SELECT account_id AS AddressId, group_account_id AS GroupId FROM group_addresses ORDER BY account_id, group_account_id
