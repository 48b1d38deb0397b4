-- PeopleStore. One seek; excluded people have a key too.
SELECT person_key FROM people WHERE person_id = @PersonId
