-- RankingStore. A seek to the run, then its few rows.
SELECT e."rule" AS "Rule", e.changed_count AS ChangedCount, e.largest_move AS LargestMove
FROM runs r JOIN run_rule_effects e ON e.run_number = r.run_number
WHERE r.run_id = @RunId
ORDER BY e.position
