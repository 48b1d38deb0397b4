-- PeopleStore, a row for each new or renamed person. One seek.
INSERT INTO person_names (person_id, source_id, spelling, name) VALUES (@PersonId, @SourceId, @Spelling, @Name)
ON CONFLICT (person_id) DO UPDATE SET spelling = excluded.spelling, name = excluded.name
