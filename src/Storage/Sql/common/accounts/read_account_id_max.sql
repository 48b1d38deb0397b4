-- InteractionStore, after an append. One seek.
SELECT coalesce(max(account_id), 0) FROM accounts
