-- PeopleStore, once for all new or renamed people. A seek each.
UPDATE n SET spelling = r.Spelling, name = r.Name
FROM person_names AS n JOIN @name_rows AS r ON r.PersonId = n.person_id

INSERT INTO person_names (person_id, source_id, spelling, name)
SELECT PersonId, SourceId, Spelling, Name
FROM @name_rows
WHERE NOT EXISTS (SELECT 1 FROM person_names AS n WHERE n.person_id = PersonId)
