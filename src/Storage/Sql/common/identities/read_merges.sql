-- PeopleStore and Settlement. Reads the log of decisions: the merges of people that stand, in order.
SELECT l.other_person_id AS OtherPersonId, l.person_id AS PersonId, l.entry AS Entry
FROM identity_log l
WHERE l.action = 2 AND l.other_person_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM identity_log u WHERE u.undoes = l.entry)
ORDER BY l.entry
