-- PeopleStore, a row for each new or renamed person. One seek.
INSERT INTO person_names (person_id, source_id, name) VALUES (@PersonId, @SourceId, @Name)
ON CONFLICT (person_id) DO UPDATE SET name = excluded.name
