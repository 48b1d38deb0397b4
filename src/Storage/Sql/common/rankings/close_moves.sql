-- ErasureStore. Places in the moves of rules close up over the person as ranks do; before the person's ranks are gone.
UPDATE run_rule_moves
SET
  rank_with = rank_with - CASE WHEN rank_with > (
    SELECT e.rank FROM rankings e WHERE e.person_id = @PersonId AND e.run_number = run_rule_moves.run_number)
    THEN 1 ELSE 0 END,
  rank_without = rank_without - CASE WHEN rank_without > (
    SELECT e.rank FROM rankings e WHERE e.person_id = @PersonId AND e.run_number = run_rule_moves.run_number)
    THEN 1 ELSE 0 END
WHERE run_number IN (SELECT k.run_number FROM rankings k WHERE k.person_id = @PersonId AND k.rank IS NOT NULL)
