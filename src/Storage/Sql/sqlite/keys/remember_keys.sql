-- PersonKeyStore, when history is kept: everybody's key so far. Reads all people.
INSERT INTO former_keys (person_id, person_key)
SELECT person_id, person_key FROM people WHERE true
ON CONFLICT (person_id, person_key) DO NOTHING
