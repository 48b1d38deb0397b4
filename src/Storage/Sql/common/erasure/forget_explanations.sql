-- ErasureStore. What was said of others counts the person: it is said anew, without.
UPDATE rankings SET explanation = NULL
WHERE run_number IN (SELECT k.run_number FROM rankings k WHERE k.person_id = @PersonId)
