-- PeopleStore, for a named view alone. One seek.
SELECT name FROM person_names WHERE person_id = @PersonId
