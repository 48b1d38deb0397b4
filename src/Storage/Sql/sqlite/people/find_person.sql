-- PeopleStore and IdentityStore. Three seeks: the id of the people file goes before the key, the key before a handle.
SELECT person_id AS Id, preference AS Preference FROM (
  SELECT person_id, 1 AS preference FROM person_names WHERE source_id = @Text
  UNION ALL
  SELECT person_id, 2 FROM people WHERE person_key = @Text
  UNION ALL
  SELECT a.person_id, 3 FROM account_handles h JOIN accounts a USING (account_id)
  WHERE h.handle = @Text AND a.person_id IS NOT NULL
)
ORDER BY preference
LIMIT 1
