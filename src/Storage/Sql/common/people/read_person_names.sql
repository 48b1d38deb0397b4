-- PeopleStore. Reads every name; for verbs and screens that may show them, never for scoring.
SELECT person_id AS PersonId, source_id AS SourceId, spelling AS Spelling, name AS Name
FROM person_names ORDER BY person_id
