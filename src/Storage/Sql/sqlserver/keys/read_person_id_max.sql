-- PersonKeyStore: whether anybody has a pseudonym yet. One seek.
SELECT CAST(coalesce(max(person_id), 0) AS bigint) FROM people
