-- PeopleStore and IdentityStore. Three seeks: the id of the people file goes before the key, the key before a handle.
SELECT TOP (1) CAST(person_id AS bigint) AS Id, CAST(preference AS bigint) AS Preference
FROM (
  SELECT person_id, 1 AS preference FROM person_names WHERE source_id = @Text
  UNION ALL
  SELECT person_id, 2 FROM people WHERE person_key = @Text
  UNION ALL
  SELECT a.person_id, 3 FROM account_handles h JOIN accounts a ON a.account_id = h.account_id
  WHERE h.handle = @Text AND a.person_id IS NOT NULL
) AS found
ORDER BY preference
