-- ErasureStore. Reads every row: interactions lie by time. Rows of an account's other owners stay.
DELETE FROM interactions
WHERE EXISTS (
  SELECT 1 FROM accounts a
  WHERE a.person_id = @PersonId AND a.account_id IN (interactions.source_account_id, interactions.target_account_id)
    AND NOT EXISTS (SELECT 1 FROM account_tenures t WHERE t.account_id = a.account_id))
OR EXISTS (
  SELECT 1 FROM account_tenures mine
  WHERE mine.person_id = @PersonId AND mine.from_ms <= interactions.at_ms
    AND mine.account_id IN (interactions.source_account_id, interactions.target_account_id)
    AND NOT EXISTS (
      SELECT 1 FROM account_tenures later
      WHERE later.account_id = mine.account_id AND later.from_ms > mine.from_ms
        AND later.from_ms <= interactions.at_ms))
