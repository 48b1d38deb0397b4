-- PeopleStore and AccessStore. One seek.
SELECT person_key AS PersonKey FROM former_keys WHERE person_id = @PersonId ORDER BY person_key
