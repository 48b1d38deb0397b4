-- AccessStore: the name.
SELECT source_id AS SourceId, spelling AS Spelling, name AS Name
FROM person_names WHERE person_id = @PersonId
