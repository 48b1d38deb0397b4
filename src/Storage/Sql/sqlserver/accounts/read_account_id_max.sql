-- InteractionAppend, after its rows. One seek.
SELECT CAST(coalesce(max(account_id), 0) AS bigint) FROM accounts
