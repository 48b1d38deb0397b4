-- PersonKeyStore, when history is kept: everybody's key so far. Reads all people.
INSERT INTO former_keys (person_id, person_key)
SELECT p.person_id, p.person_key
FROM people p
WHERE NOT EXISTS (SELECT 1 FROM former_keys f WHERE f.person_id = p.person_id AND f.person_key = p.person_key)
