-- InteractionStore. Reads every handle; for collectors, which turn handles into account ids.
SELECT CAST(account_id AS bigint) AS Id, handle AS Handle FROM account_handles ORDER BY account_id
