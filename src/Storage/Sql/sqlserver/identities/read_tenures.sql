-- InteractionStore, before a window is read, and Settlement. Reads the accounts that had several owners.
SELECT CAST(account_id AS bigint) AS AccountId, from_ms AS FromMs, CAST(person_id AS bigint) AS PersonId
FROM account_tenures ORDER BY account_id, from_ms
