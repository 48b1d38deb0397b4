-- PersonKeyStore: whether anybody has a pseudonym yet. One seek.
SELECT coalesce(max(person_id), 0) FROM people
