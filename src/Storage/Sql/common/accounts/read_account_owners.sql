-- InteractionStore, before a window is read. Reads every account's owner, without handles.
SELECT account_id AS AccountId, person_id AS PersonId FROM accounts WHERE person_id IS NOT NULL ORDER BY account_id
