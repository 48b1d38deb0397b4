-- InteractionStore, before a window is read. Reads every account's owner, without handles.
SELECT CAST(account_id AS bigint) AS AccountId, CAST(person_id AS bigint) AS PersonId
FROM accounts
WHERE person_id IS NOT NULL
ORDER BY account_id
