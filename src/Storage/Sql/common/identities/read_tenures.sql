-- InteractionStore, before a window is read, and Settlement. Reads the accounts that had several owners.
SELECT account_id AS AccountId, from_ms AS FromMs, person_id AS PersonId
FROM account_tenures ORDER BY account_id, from_ms
