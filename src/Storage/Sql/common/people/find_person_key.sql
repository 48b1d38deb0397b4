-- PeopleStore. One seek; ids and addresses find nobody here.
SELECT person_id FROM people WHERE person_key = @Key
