-- LikelyPairs. Reads the log of decisions: the pairs taken off the review that stand, of erased people none.
SELECT l.account_id AS AccountId, l.person_id AS PersonId, l.other_person_id AS OtherPersonId
FROM identity_log l
WHERE l.action = 6 AND l.person_id IS NOT NULL AND (l.account_id IS NOT NULL OR l.other_person_id IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM identity_log u WHERE u.undoes = l.entry)
ORDER BY l.entry
