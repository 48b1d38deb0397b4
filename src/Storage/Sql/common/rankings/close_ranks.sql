-- ErasureStore. Ranks below the person's move up in each of their runs, so that none is missing. Reads those runs whole.
UPDATE rankings
SET
  rank = rank - 1,
  rank_low = CASE WHEN rank_low > 1 THEN rank_low - 1 ELSE rank_low END,
  rank_high = rank_high - 1
WHERE run_number IN (SELECT k.run_number FROM rankings k WHERE k.person_id = @PersonId)
  AND rank > (SELECT e.rank FROM rankings e WHERE e.person_id = @PersonId AND e.run_number = rankings.run_number)
