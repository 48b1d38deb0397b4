-- Settlement and DirectoryMerge. Reads every claim that stands, in the order in which they were made.
SELECT
  c.account_id AS AccountId, c.person_id AS PersonId, c.origin AS Origin, c.from_ms AS FromMs, c.to_ms AS ToMs,
  c.entry AS Entry
FROM account_claims c
WHERE c.entry IS NULL OR NOT EXISTS (SELECT 1 FROM identity_log u WHERE u.undoes = c.entry)
ORDER BY c.claim_id
