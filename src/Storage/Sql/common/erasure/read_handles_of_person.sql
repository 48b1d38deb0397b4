-- ErasureStore: what stands for the person in files, and what is said to be theirs alone though it counts for nobody.
-- Reads the tables: erasures are rare.
SELECT h.account_id AS AccountId, h.handle AS Handle
FROM account_handles h JOIN accounts a ON a.account_id = h.account_id
WHERE a.person_id = @PersonId OR (
  a.person_id IS NULL
  AND EXISTS (SELECT 1 FROM account_claims c WHERE c.account_id = a.account_id AND c.person_id = @PersonId)
  AND NOT EXISTS (SELECT 1 FROM account_claims c WHERE c.account_id = a.account_id AND c.person_id <> @PersonId))
ORDER BY h.account_id
