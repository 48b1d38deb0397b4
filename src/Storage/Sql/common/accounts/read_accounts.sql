-- InteractionStore. Reads every handle; for collectors, which turn handles into account ids.
SELECT account_id AS Id, handle AS Handle FROM account_handles ORDER BY account_id
