-- ErasureStore. The person is no longer counted in any run: a count too large would tell how many were erased.
UPDATE runs
SET
  person_count = person_count - 1,
  ranked_count = ranked_count - (
    SELECT count(k.rank) FROM rankings k WHERE k.person_id = @PersonId AND k.run_number = runs.run_number)
WHERE run_number IN (SELECT k.run_number FROM rankings k WHERE k.person_id = @PersonId)
