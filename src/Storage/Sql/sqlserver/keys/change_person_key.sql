-- PersonKeyStore, once for all people. A seek each.
UPDATE p SET person_key = r.[Key]
FROM people AS p JOIN @key_rows AS r ON r.PersonId = p.person_id
