-- Settlement, before the table is written anew. Empties it; it holds only accounts that had several owners.
DELETE FROM account_tenures
