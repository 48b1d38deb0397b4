-- PersonKeyStore, a row for each person. One seek.
UPDATE people SET person_key = @Key WHERE person_id = @PersonId
